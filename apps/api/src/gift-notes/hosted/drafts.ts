import { fitCard } from '@flora/card-fit/card-fit.ts'
import { z } from 'zod'
import type { Wish } from '../gift-note.ts'
import { printable } from '../offline/printable.ts'
import { isSuitableDraft } from '../suitable.ts'
import { UnreadableAnswer } from './failure-code.ts'
import { promptFor, recipientMark, senderMark } from './prompt.ts'

// Longer than any card holds; what a model goes on about beyond that need not be looked at.
const text = z.string().max(900)
const Answer = z.object({ letter: text, note: text, short: text })

export interface Draft {
  /** As the model wrote it, with marks where the names belong. */
  readonly unnamed: string
  readonly text: string
}

/** What of a model's answer can go onto a card as it is. Throws UnreadableAnswer when it is no such answer. */
export function readDrafts(answer: string, wish: Wish): Draft[] {
  const { letter, note, short } = parse(answer)
  const { instructions } = promptFor(wish)
  return [letter, note, short].flatMap((draft) => {
    const tidy = tidied(draft)
    if (!isSuitableDraft(tidy, { fact: wish.facts ?? '', instructions })) return []
    return named(tidy, wish).map((full) => ({ unnamed: tidy, text: full }))
  })
}

function parse(answer: string): z.output<typeof Answer> {
  try {
    return Answer.parse(JSON.parse(answer))
  } catch {
    // The parser's own message repeats what it read.
    throw new UnreadableAnswer('not the JSON that was asked for')
  }
}

// A model's habits that are no fault: quotation marks around it all, spaces at the end of lines, three empty ones in a row.
function tidied(draft: string): string {
  return draft
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .trim()
    .replace(/^["“]([^"“”]*)["”]$/s, '$1')
    .split('\n')
    .map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
}

/** The draft with the names as they were typed; none when it does not fit the card, or has names that nobody gave. */
function named(draft: string, wish: Wish): string[] {
  const [name, sender] = [printable(wish.recipientName), printable(wish.senderName)]
  if ((name === '' && draft.includes(recipientMark)) || (sender === '' && draft.includes(senderMark))) return []
  const greeted = name === '' || draft.includes(recipientMark) ? draft : greet(draft)
  if (greeted === undefined) return []
  const signed = sender === '' || greeted.includes(senderMark) ? greeted : `${greeted}\n\n${senderMark}`
  const full = signed.replaceAll(recipientMark, () => name).replaceAll(senderMark, () => sender)
  return fitCard(full).fits && !/[{}]/.test(full) ? [full] : []
}

// A model that forgot the name is helped out, unless it greets somebody else.
function greet(draft: string): string | undefined {
  return /^(?:dear|dearest|hello|hi|to|hey)\b/i.test(draft) ? undefined : `Dear ${recipientMark},\n\n${draft}`
}
