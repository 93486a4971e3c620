import { cruelWords } from './cruel-words.ts'

// The shop's own rules. They are few and plain: what is refused here would be refused at the counter. Swearing among friends is not;
// a slur, a threat and a cruel word to somebody's face are.

/** Whether a card may be drafted from these words. */
export function isSuitable(typed: string): boolean {
  const heard = asHeard(typed)
  return !cruelWords.some((word) => word.test(heard)) && !threats.some((threat) => threat.test(heard))
}

/**
 * Whether a model's draft may go onto a card, before the names are put in. `fact` is what the shopper wrote, which may be repeated;
 * `instructions` is what the model was told, which may not.
 */
export function isSuitableDraft(
  draft: string,
  { fact, instructions }: { fact: string; instructions: string },
): boolean {
  return (
    isSuitable(draft) &&
    !swearing.test(withoutFact(asHeard(draft), asHeard(fact))) &&
    !speaksOfItself.test(draft) &&
    !markup.test(draft) &&
    !contacts(draft).some((contact) => !fact.toLowerCase().includes(contact.toLowerCase())) &&
    numbers(draft).every((number) => numbers(fact).includes(number)) &&
    !repeats(draft, instructions)
  )
}

const threats = [
  /\b(?:i|we)(?:'?ll| will| gonna|'?m going to|'?m gonna| am going to|'?re going to| are going to) (?:kill|murder|hurt|stab|shoot|strangle|rape|bash) (?:you|u|ya|your (?:kids|children|family|dog|cat))\b/,
  /\bkill (?:yourself|urself|ya ?self)\b/,
  /\bkys\b/,
  /\b(?:hope|wish|want) (?:that )?(?:you|u)(?: would| will|'d|'ll)? (?:to )?(?:die|suffer|rot|burn|get cancer|never wake)\b(?! (?:of )?laughing)/,
  /\b(?:you|u)(?:'re| are| r) going to die\b/,
  /\byou(?:'re| are) a dead (?:man|woman|person)\b/,
  /\bi know where (?:you|u|your (?:kids|children|family)) (?:live|sleep|work|go to school)\b/,
  /\b(?:i am|i'm|we are|we're) (?:always )?watching (?:you|your house)(?=[.!,]|$)/,
  /\byou(?:'ll| will|'re going to) (?:regret|pay for) (?:this|what you did|leaving)\b/,
  /\b(?:rest|rot) in (?:pieces|piss|hell)\b/,
  /\bburn in hell\b/,
  /\b(?:nobody|no one) (?:would|will|is going to) (?:miss|find|believe) you\b(?! (?:more|like|as))/,
  /\bgo (?:and )?(?:die|hang yourself|drop dead)\b/,
]

const swearing =
  /\b(?:mother)?(?:fuck|shit|cunt|wank|arsehole|asshole|bastard|bitch|bollocks|dickhead|prick|slut|whore|twat|piss(?:ed)? off|tits)\w*/

// What a model says when it has fallen out of its part.
const speaksOfItself =
  /\b(?:(?:as )?an? (?:ai|assistant|language model)|system prompt|my instructions|previous instructions|json|here (?:are|is) (?:three|the|your|a)\b.*\bmessages?|option \d|message \d|your name|insert|placeholder|prompt)\b|^(?:letter|note|short) ?:/im

const markup = /[<>[\]*#_`|\\~^]|https?:|&\w+;/

/** Addresses, links and telephone numbers. */
function contacts(text: string): string[] {
  return (
    text.match(
      /\bwww\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+|\b[\w-]+\.(?:com|net|org|io|au|co|shop|app|info|biz|xyz|me|uk|nz)\b\S*|\+?\d[\d\s().-]{6,}\d/gi,
    ) ?? []
  )
}

function numbers(text: string): string[] {
  return text.match(/\d+/g) ?? []
}

// Six words in a row are no accident.
const accident = 5

function repeats(draft: string, instructions: string): boolean {
  const told = ` ${words(instructions).join(' ')} `
  const said = words(draft)
  return said.some(
    (_, at) => at + accident < said.length && told.includes(` ${said.slice(at, at + accident + 1).join(' ')} `),
  )
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []
}

function withoutFact(heard: string, fact: string): string {
  return fact === '' ? heard : heard.replaceAll(fact, ' ')
}

/** Text as somebody would read it aloud: without disguises such as 1 for i, dots between letters, or accents. */
function asHeard(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|\p{Cf}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(
      /(?<=\p{L})[0134578@$!](?=\p{L})|(?<=\p{L})[03@$](?!\p{L}|\d)|(?<!\p{L}|\d)[@$](?=\p{L})/gu,
      (sign) => letters[sign] ?? sign,
    )
    .replaceAll(/\b\p{L}(?:[\s.\-_*]\p{L}){2,}\b/gu, (spelled) => spelled.replaceAll(/[\s.\-_*]/g, ''))
    .replaceAll(/(\p{L})\1{2,}/gu, '$1$1')
    .replaceAll(/\s+/g, ' ')
}

const letters: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}
