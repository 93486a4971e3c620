import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContentState } from '@flora/contract/content.ts'
import type { Role } from '@flora/contract/permissions.ts'
import {
  decideArchiving,
  decideDeletion,
  decideEdit,
  decidePublication,
  editorOf,
  type Piece,
  permissionsFor,
  stateOf,
  wasSeen,
} from './content.ts'

const zone = 'Australia/Melbourne'
const now = Temporal.Instant.from('2026-11-20T09:00:00+11:00')
const later = now.add({ hours: 24 })
const earlier = now.subtract({ hours: 24 })

const draft: Piece = {
  id: 'cnt_one',
  status: 'draft',
  summary: 'In short.',
  markdown: 'At length.',
  author: 'Tess Vale',
  authorId: 'acc_tess',
  version: 1,
  publishedAt: null,
  appearedAt: null,
}
const pieces: Record<ContentState, Piece> = {
  draft,
  scheduled: { ...draft, status: 'published', publishedAt: later },
  published: { ...draft, status: 'published', publishedAt: earlier, appearedAt: earlier },
  archived: { ...draft, status: 'archived', publishedAt: earlier, appearedAt: earlier },
}
const states = Object.keys(pieces) as ContentState[]

const caller = (accountId: 'acc_tess' | 'acc_else', role: Role | null) =>
  editorOf({ accountId, sessionId: 'ses_one', email: 'tess@flora.example', name: 'Tess Vale', role })
const wrote = caller('acc_tess', 'florist')
const another = caller('acc_else', 'florist')
const manager = caller('acc_else', 'manager')

test('a piece is scheduled until its instant, and published on the stroke of it', () => {
  for (const state of states) assert.equal(stateOf(pieces[state], now), state)
  assert.equal(stateOf(pieces.scheduled, later), 'published')
  assert.deepEqual(
    states.map((state) => wasSeen(pieces[state], now)),
    [false, false, true, true],
  )
  assert.equal(wasSeen(pieces.scheduled, later), true)
})

// Who may do what in which state: y yes; a reason that is hers (n) or everybody's (x).
const matrix: readonly [who: string, editor: typeof wrote, Record<ContentState, string>][] = [
  //                                    edit publish archive delete
  ['who wrote it', wrote, { draft: 'ynny', scheduled: 'nnnx', published: 'nnnx', archived: 'nnnn' }],
  ['another florist', another, { draft: 'nnnn', scheduled: 'nnnx', published: 'nnnx', archived: 'nnnn' }],
  ['a manager', manager, { draft: 'yyxy', scheduled: 'yyyx', published: 'yxyx', archived: 'yyxy' }],
  ['an owner', caller('acc_else', 'owner'), { draft: 'yyxy', scheduled: 'yyyx', published: 'yxyx', archived: 'yyxy' }],
  ['a driver', caller('acc_else', 'driver'), { draft: 'nnnn', scheduled: 'nnnx', published: 'nnnx', archived: 'nnnn' }],
  ['a customer', caller('acc_else', null), { draft: 'nnnn', scheduled: 'nnnx', published: 'nnnx', archived: 'nnnn' }],
]
for (const [who, editor, expected] of matrix) {
  test(`what ${who} may do depends on the piece’s state`, () => {
    for (const state of states) {
      const piece = pieces[state]
      const decided = [
        decideEdit(piece, editor, now),
        decidePublication(piece, editor, { at: undefined, now, zone }),
        decideArchiving(piece, editor, now),
        decideDeletion(piece, editor, now),
      ].map((decision) => (decision.kind === 'allow' ? 'y' : decision.to === 'you' ? 'n' : 'x'))
      assert.equal(decided.join(''), expected[state], state)
      const can = permissionsFor(piece, editor, { now, zone })
      assert.deepEqual(
        Object.values(can).map(({ ok }) => ok),
        decided.map((letter) => letter === 'y'),
        state,
      )
      for (const may of Object.values(can)) if (!may.ok) assert.match(may.because, /^[A-Z].{12,}[.?]$/)
    }
  })
}

test('is published from the instant that is named, if somebody could read it and the year is right', () => {
  const publish = (piece: Piece, at?: Temporal.Instant) => {
    const decision = decidePublication(piece, manager, { at, now, zone })
    return decision.kind === 'allow' ? `${decision.state} ${decision.at}` : decision.because
  }
  assert.equal(publish(draft), `published ${now}`)
  assert.equal(publish(draft, later), `scheduled ${later}`)
  assert.equal(publish(draft, earlier), `published ${earlier}`)
  assert.equal(publish(pieces.scheduled), `published ${now}`)
  assert.equal(publish(pieces.archived, later), `scheduled ${later}`)
  assert.equal(publish(pieces.published, earlier), `published ${earlier}`)
  assert.match(publish(pieces.published), /already/)
  assert.match(publish(pieces.published, later), /Archive it first/)
  assert.match(publish({ ...draft, summary: '' }), /summary/)
  assert.match(publish({ ...draft, markdown: '' }), /nothing to read/)
  assert.match(publish(draft, Temporal.Instant.from('2206-11-20T00:00:00Z')), /20 November 2206 .* Is the year right/)
  assert.match(publish(draft, Temporal.Instant.from('1926-11-20T00:00:00Z')), /Is the year right/)
})

test('what nobody has seen is taken back as a draft, what somebody saw goes into the archive', () => {
  assert.deepEqual(decideArchiving(pieces.scheduled, manager, now), { kind: 'allow', becomes: 'draft' })
  assert.deepEqual(decideArchiving(pieces.published, manager, now), { kind: 'allow', becomes: 'archived' })
  const again = { ...pieces.scheduled, appearedAt: earlier }
  assert.deepEqual(decideArchiving(again, manager, now), { kind: 'allow', becomes: 'archived' })
})
