import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSuitable, isSuitableDraft } from './suitable.ts'

const turn = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97))

// Words that nobody should have to read in a list of tests are turned by thirteen letters here, too.
const refused = [
  'I will kill you',
  'I’m going to hurt you, June',
  'we’ll stab you',
  'kill yourself',
  'K.Y.S',
  'k i l l yourself',
  'I hope you die',
  'I h0pe you d1e',
  'I know where you live',
  'I am watching you.',
  'You’ll regret this',
  'burn in hell',
  'Nobody will miss you',
  'You’re a worthless bitch',
  'You are such a slut',
  'everyone hates you',
  `you ${turn('snttbg')}`,
  turn('ergneqrq'),
  `${turn('snttbg')}s welcome`,
  turn('sn').toUpperCase() + turn('ttbg'),
  [...turn('avttre')].join('.'),
  turn('snttbg').replace('o', '0').replace('a', '@'),
]
for (const words of refused) {
  test(`no card is drafted from “${words}”`, () => assert.equal(isSuitable(words), false))
}

const fine = [
  'Happy bloody birthday, you old bastard',
  'I could have killed for a coffee like yours',
  'She died in a car accident in May, and I miss her',
  'You killed it on Saturday',
  'Nobody will miss you more than I will',
  'I hope you die laughing',
  'We loved watching you grow',
  'Our Maine coon sends a paw',
  'A chink of light in a hard year',
  'Love from Dick and Fanny',
  'From Scunthorpe, with love',
  'The Gay family at number 4',
  'Van Dyke Street was never the same',
  'You’ll regret not coming to the beach',
  'Spic and span, as always',
  'Kerry and the three dogs',
  'I’m sorry I said I’d rather die than come',
  'A B C, easy as one two three',
  '60 springs, $2 raffle tickets and 1 lemon tree',
]
for (const words of fine) {
  test(`a card may say “${words}”`, () => assert.equal(isSuitable(words), true))
}

const told = { instructions: 'You draft messages for the small card that a florist prints and sends with flowers.' }
const drafts: [what: string, draft: string, fact: string, isFine: boolean][] = [
  ['a plain draft', 'Happy birthday, {recipient}. Put the kettle on.\n\n{sender}', '', true],
  ['a number that was given', 'Sixty-two, and still first in the water. 62.', 'turning 62', true],
  ['a number that was not', 'Happy 63rd.', 'turning 62', false],
  ['a link that was given', 'See lemontree.com.au for proof.', 'lemontree.com.au is live', true],
  ['a link that was not', 'See lemontree.com.au for proof.', '', false],
  ['her own swearing', 'Twenty bloody good years, you old bastard.', 'you old bastard', true],
  ['swearing of its own', 'Happy birthday, you old bastard.', '', false],
  ['its instructions', 'I draft messages for the small card that a florist prints.', '', false],
  ['a few words that the instructions have, too', 'The small card is all I had.', '', true],
  ['a hole', 'Dear [Name],', '', false],
  ['its own labels', 'Short: Happy birthday.', '', false],
]
for (const [what, draft, fact, isFine] of drafts) {
  test(`${what} ${isFine ? 'may stand' : 'may not stand'} in a draft`, () =>
    assert.equal(isSuitableDraft(draft, { fact, ...told }), isFine))
}
