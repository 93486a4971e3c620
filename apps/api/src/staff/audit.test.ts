import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { staff as lines } from '@flora/contract/staff.ts'
import { isProblem } from '../identity/test/open-identity.ts'
import { writeAudit } from '../identity/index.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { type Colleague, openStaff, type StaffShop } from './test/open-staff.ts'

let open: StaffShop
let ida: Colleague
let fay: Colleague
before(async () => {
  open = await openStaff({ environment: { STAFF_TWO_FACTOR: 'off' } })
})
after(() => open.close())
beforeEach(async () => {
  await rows(open.shop.db, sql`truncate accounts, account_tokens, audit_log cascade`)
  ida = await open.somebody('Ida', 'owner')
  fay = await open.somebody('Fay', 'florist')
})

interface Written {
  readonly who: string
  readonly action: string
  readonly subject: string
  readonly outcome: number | null
  readonly detail: object
}

const written = () =>
  rows<Written>(open.shop.db, sql`select who, action, subject, outcome, detail from audit_log order by id`)

const makeFay = (role: 'manager' | 'driver' | null) =>
  ida.visitor.call('PATCH /staff/:accountId', { params: { accountId: fay.accountId }, body: { role } })

test('what staff do is in the log, with who did it to whom and how it ended', async () => {
  await makeFay('manager')
  await assert.rejects(
    ida.visitor.call('PATCH /staff/:accountId', { params: { accountId: ida.accountId }, body: { role: null } }),
    isProblem('own-role'),
  )
  await ida.visitor.call('POST /staff/invitations', { body: { email: 'dan@example.com', role: 'driver' } })
  await ida.visitor.call('POST /staff/invitations/withdrawal', { body: { email: 'dan@example.com' } })
  const changeRole = 'PATCH /staff/:accountId'
  assert.deepEqual(await written(), [
    {
      who: 'Ida (owner)',
      action: changeRole,
      subject: fay.accountId,
      outcome: 200,
      detail: { from: 'florist', to: 'manager' },
    },
    { who: 'Ida (owner)', action: changeRole, subject: ida.accountId, outcome: 409, detail: {} },
    {
      who: 'Ida (owner)',
      action: 'POST /staff/invitations',
      subject: '',
      outcome: 200,
      detail: { email: 'dan@example.com', role: 'driver' },
    },
    {
      who: 'Ida (owner)',
      action: 'POST /staff/invitations/withdrawal',
      subject: '',
      outcome: 200,
      detail: { email: 'dan@example.com' },
    },
  ])
})

test('looking is no action, and neither is what was refused at the door', async () => {
  await ida.visitor.call('GET /staff', {})
  await ida.visitor.call('GET /audit', { query: {} })
  await assert.rejects(
    fay.visitor.call('PATCH /staff/:accountId', { params: { accountId: ida.accountId }, body: { role: null } }),
    isProblem('not-allowed'),
  )
  assert.deepEqual(await written(), [])
})

test('an action stands in the log before it is done', async () => {
  // It is done by a statement that this trigger looks over the shoulder of.
  await rows(
    open.shop.db,
    sql`create function stands_in_log() returns trigger language plpgsql as $$ begin
          if not exists (select 1 from audit_log where action = 'PATCH /staff/:accountId' and outcome is null) then raise 'not written down'; end if;
          return new; end $$`,
  )
  await rows(
    open.shop.db,
    sql`create trigger looks before update of role on accounts for each row execute function stands_in_log()`,
  )
  try {
    await makeFay('manager')
    assert.equal((await written())[0]!.outcome, 200)
  } finally {
    await rows(open.shop.db, sql`drop trigger looks on accounts`)
    await rows(open.shop.db, sql`drop function stands_in_log`)
  }
})

test('what cannot be written down is not done', async () => {
  await rows(open.shop.db, sql`alter table audit_log add constraint full_disk check (false) not valid`)
  try {
    await assert.rejects(makeFay('manager'), isProblem('our-fault'))
  } finally {
    await rows(open.shop.db, sql`alter table audit_log drop constraint full_disk`)
  }
  const [row] = await rows<{ role: string }>(open.shop.db, sql`select role from accounts where id = ${fay.accountId}`)
  assert.equal(row!.role, 'florist')
  assert.deepEqual(await written(), [])
})

test('what was done stays in the log when its outcome cannot be', async () => {
  await rows(
    open.shop.db,
    sql`alter table audit_log add constraint no_outcome check (outcome is null or action not like 'PATCH%') not valid`,
  )
  try {
    await makeFay('manager')
  } finally {
    await rows(open.shop.db, sql`alter table audit_log drop constraint no_outcome`)
  }
  assert.deepEqual(
    (await written()).map(({ action, outcome }) => [action, outcome]),
    [['PATCH /staff/:accountId', null]],
  )
})

test('the log is read page by page, newest first, by person and by action', async () => {
  await open.shop.inTransaction(async (tx) => {
    for (let number = 1; number <= 7; number += 1)
      await writeAudit(tx, {
        at: open.shop.clock.now(),
        accountId: number % 2 ? ida.accountId : fay.accountId,
        who: number % 2 ? 'Ida (owner)' : 'Fay (florist)',
        action: number < 6 ? 'sign-in' : 'PATCH /content/:contentId',
        subject: String(number),
        outcome: 200,
        detail: { nested: { how: ['password'] } },
      })
  })
  type Query = { before?: number; accountId?: typeof ida.accountId; action?: string; limit?: number }
  const subjects = async (query: Query) => {
    const page = await ida.visitor.call('GET /audit', { query })
    return { subjects: page.entries.map(({ subject }) => subject).join(' '), next: page.next }
  }
  const first = await subjects({ limit: 3 })
  assert.equal(first.subjects, '7 6 5')
  const second = await subjects({ limit: 3, before: first.next! })
  assert.equal(second.subjects, '4 3 2')
  assert.deepEqual(await subjects({ limit: 3, before: second.next! }), { subjects: '1', next: null })
  assert.deepEqual(await subjects({ limit: 7 }), { subjects: '7 6 5 4 3 2 1', next: null })
  assert.equal((await subjects({ accountId: fay.accountId })).subjects, '6 4 2')
  assert.equal((await subjects({ action: 'sign-in', accountId: ida.accountId })).subjects, '5 3 1')
  assert.equal((await subjects({ action: 'sign' })).subjects, '')
  const { entries } = await ida.visitor.call('GET /audit', { query: { limit: 1 } })
  assert.deepEqual(entries[0], {
    id: first.next! + 2,
    at: open.shop.clock.now().toString(),
    accountId: ida.accountId,
    who: 'Ida (owner)',
    action: 'PATCH /content/:contentId',
    subject: '7',
    outcome: 200,
    detail: { nested: { how: ['password'] } },
  })
  assert.equal(lines.listAudit.query.safeParse({ limit: '201' }).success, false)
})

test('who was erased leaves the log readable', async () => {
  await makeFay('manager')
  await rows(open.shop.db, sql`delete from accounts where id = ${fay.accountId}`)
  const { entries } = await ida.visitor.call('GET /audit', { query: {} })
  assert.deepEqual([entries[0]!.who, entries[0]!.subject], ['Ida (owner)', fay.accountId])
})
