import { browserCarrier, createClient } from '@flora/client/client.ts'
import { giftNoteLimits, giftOccasions, giftRelationships, giftTones } from '@flora/contract/gift-note-choices.ts'
import { type JSX, useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { problemOf } from '../cart/problem-of.ts'
import { firstName } from './first-name.ts'

interface HelpMeWriteProps {
  /** Tells the fields of two deliveries apart. */
  readonly id: string
  readonly recipientName: string
  /** Empty when she leaves her name off. */
  readonly senderName: string
  readonly message: string
  readonly onUse: (text: string) => void
}

interface Wish {
  readonly occasion: keyof typeof giftOccasions
  readonly relationship: keyof typeof giftRelationships
  readonly tone: keyof typeof giftTones
}

/** Suggests words for the card. They are drafts: she takes one and changes it as she likes, and can have her own back. */
export function HelpMeWrite({ id, recipientName, senderName, message, onUse }: HelpMeWriteProps): JSX.Element {
  const [wish, setWish] = useState<Wish>({ occasion: 'birthday', relationship: 'friend', tone: 'warm' })
  const [facts, setFacts] = useState('')
  const [before, setBefore] = useState<string>()
  const { drafts, seen, state, suggest } = useDrafts()
  const called = firstName(recipientName)

  function use(text: string): void {
    // Her own words, not a draft she took a moment ago.
    if (message.trim() !== '' && !seen.includes(message)) setBefore(message)
    onUse(text)
  }
  function putBack(text: string): void {
    onUse(text)
    setBefore(undefined)
  }

  const choose = (choice: keyof Wish) => (value: string) => setWish({ ...wish, [choice]: value })
  return (
    <details className="help">
      <summary className="btn btn-line">Help me write</summary>
      <div className="help-in">
        <div className="fields">
          <Choices
            id={`${id}-occasion`}
            label="What is it for?"
            choices={giftOccasions}
            value={wish.occasion}
            onChoose={choose('occasion')}
          />
          <Choices
            id={`${id}-relationship`}
            label={called === '' ? 'Who is it for?' : `Who is ${called} to you?`}
            choices={giftRelationships}
            value={wish.relationship}
            onChoose={choose('relationship')}
          />
          <Choices
            id={`${id}-tone`}
            label="How should it sound?"
            choices={giftTones}
            value={wish.tone}
            onChoose={choose('tone')}
          />
          <TextField
            id={`${id}-facts`}
            label="Something it should say"
            optional
            maxLength={giftNoteLimits.facts}
            value={facts}
            onType={setFacts}
          />
        </div>
        <button
          type="button"
          className="btn btn-line btn-s"
          aria-busy={state === 'busy'}
          onClick={() => void suggest(wish, { to: called, from: firstName(senderName), facts: facts.trim() })}
        >
          {state === 'busy' ? 'Writing' : drafts.length === 0 ? 'Suggest three' : 'Three others'}
        </button>
        <div aria-live="polite">
          {drafts.length > 0 && <Drafts drafts={drafts} before={before} onUse={use} onPutBack={putBack} />}
          {typeof state === 'object' && <p className="error">{state.because}</p>}
        </div>
      </div>
    </details>
  )
}

interface DraftsProps {
  readonly drafts: readonly string[]
  /** Her own words, when a draft took their place. */
  readonly before: string | undefined
  readonly onUse: (text: string) => void
  readonly onPutBack: (text: string) => void
}

function Drafts({ drafts, before, onUse, onPutBack }: DraftsProps): JSX.Element {
  return (
    <>
      <ul className="drafts">
        {drafts.map((text) => (
          <li key={text}>
            <p className="draft">{text}</p>
            <button type="button" className="btn btn-text" onClick={() => onUse(text)}>
              Use this<span className="vh">: {text.slice(0, 40)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">
        Drafted by software from what you typed. Read it over, change any of it.{' '}
        {before !== undefined && (
          <button type="button" className="linkish" onClick={() => onPutBack(before)}>
            Put my own words back
          </button>
        )}
      </p>
    </>
  )
}

interface Suggesting {
  readonly drafts: readonly string[]
  /** Every draft shown so far: the next ones are others. */
  readonly seen: readonly string[]
  readonly state: 'ready' | 'busy' | { readonly because: string }
  readonly suggest: (wish: Wish, said: { to: string; from: string; facts: string }) => Promise<void>
}

function useDrafts(): Suggesting {
  const [drafts, setDrafts] = useState<readonly string[]>([])
  const [seen, setSeen] = useState<readonly string[]>([])
  const [state, setState] = useState<Suggesting['state']>('ready')
  async function suggest(wish: Wish, { to, from, facts }: { to: string; from: string; facts: string }): Promise<void> {
    if (state === 'busy') return
    setState('busy')
    try {
      const { suggestions } = await createClient(browserCarrier()).call('POST /gift-notes', {
        body: {
          ...wish,
          ...(to !== '' && { recipientName: to }),
          ...(from !== '' && { senderName: from }),
          ...(facts !== '' && { facts }),
          avoid: [...seen],
        },
      })
      const texts = suggestions.map(({ text }) => text)
      setDrafts(texts)
      setSeen([...seen, ...texts].slice(-giftNoteLimits.avoided))
      setState('ready')
    } catch (error) {
      setState({ because: problemOf(error).detail })
    }
  }
  return { drafts, seen, state, suggest }
}

interface ChoicesProps {
  readonly id: string
  readonly label: string
  readonly choices: Readonly<Record<string, string>>
  readonly value: string
  readonly onChoose: (value: string) => void
}

function Choices({ id, label, choices, value, onChoose }: ChoicesProps): JSX.Element {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {Object.entries(choices).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}
