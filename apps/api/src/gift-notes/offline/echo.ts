import { nameMark } from './shape.ts'

// Two sentences that share a word sound as though nobody had read them together.

const tooCommon = new Set(
  (
    'about after again also always back been before being come could does done even every from give going gone good have here into just know ' +
    'like long made make many more most much need never nothing only other ours over people quite rather same some still such sure take than ' +
    'that their them then there these they thing things this time turn very want were what when where which while will with would years your ' +
    'you’re you’ve yours it’s don’t we’re we’ll we’ve i’ve i’ll i’d isn’t that’s there’s let’s hasn’t won’t you’ll i’m who’s until'
  ).split(' '),
)

/** Whether two of the sentences share a word that is heard. */
export function echoes(sentences: readonly string[]): boolean {
  if (beginsAlike(sentences)) return true
  const heard = new Set<string>()
  for (const sentence of sentences) {
    const own = new Set(heardWords(sentence))
    if ([...own].some((word) => heard.has(word))) return true
    for (const word of own) heard.add(word)
  }
  return false
}

// "May the day … May the year …": one wish sounds meant, two in a row recited.
function beginsAlike(sentences: readonly string[]): boolean {
  const begun = sentences.map((sentence) => /^(?:May|With|Here’s|Thank|Enjoy|Thinking)\b/.exec(sentence)?.[0] ?? '')
  return begun.some((one, at) => one !== '' && begun.indexOf(one) !== at)
}

function heardWords(sentence: string): string[] {
  return sentence
    .replaceAll(nameMark, '')
    .toLowerCase()
    .split(/[^\p{L}’]+/u)
    .filter((word) => word.length >= 4 && !tooCommon.has(word))
    .map((word) => word.replace(/(?:’s|es|s|ed|ing|ly)$/, ''))
}
