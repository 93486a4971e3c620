// Words against people for what they are, and cruel words said to somebody's face. The first are turned by thirteen letters, so that
// nobody who opens this file has to read them. Words that are somebody's name, or mean something harmless as often, are left out.
const turned =
  'avttre avttn snttbg xvxr tbbx jrgonpx enturnq gbjryurnq fnaqavttre cnxv obbat nob qnexvr qnexl genaal genaavr furznyr ergneq ' +
  'ergneqrq zbatbybvq tbyyvjbt wvtnobb cvpxnavaal puvaxl fhouhzna hagrezrafpu'

const insults = ['cunt', 'slut', 'whore', 'bitch', 'loser', 'waste of space', 'disgrace']
const adjectives =
  'fat|ugly|stupid|worthless|useless|pathetic|disgusting|fucking|bloody|dirty|filthy|lazy|complete|total|absolute'

/** What no card should carry, to be looked for in text as it is heard. */
export const cruelWords: readonly RegExp[] = [
  new RegExp(`\\b(?:${turned.split(' ').map(turn).join('|')})(?:s|es)?\\b`),
  new RegExp(`\\byou(?:'re| are|r)? (?:such )?(?:a |an )(?:(?:${adjectives}) )+(?:${insults.join('|')})\\b`),
  /\byou(?:'re| are)? (?:such )?(?:a |an )?(?:cunt|slut|whore)\b/,
  /\byou(?:'re| are) (?:so )?(?:fat and ugly|ugly and|worthless|disgusting|pathetic)\b/,
  /\b(?:everybody|everyone|we all|i|they all) (?:hates?|despises?) you\b/,
]

function turn(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97))
}
