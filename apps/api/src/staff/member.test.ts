import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountId } from '@flora/contract/ids.ts'
import { decideRoleChange, mayChangeRole, mayInvite, type Member, type RoleChange } from './member.ts'

const ida: Member = { accountId: 'acc_ida', role: 'owner' }
const olga: Member = { accountId: 'acc_olga', role: 'owner' }
const max: Member = { accountId: 'acc_max', role: 'manager' }
const fay: Member = { accountId: 'acc_fay', role: 'florist' }
const dan: Member = { accountId: 'acc_dan', role: 'driver' }

test('who may give whom which role', () => {
  const all = [ida, olga, max, fay, dan]
  const cases: [Member[], AccountId, AccountId, string][] = [
    [all, 'acc_ida', 'acc_fay', 'allow'],
    [all, 'acc_ida', 'acc_olga', 'allow'],
    [all, 'acc_ida', 'acc_ida', 'own-role'],
    [all, 'acc_ida', 'acc_shopper', 'staff-not-found'],
    [all, 'acc_max', 'acc_fay', 'not-allowed'],
    [all, 'acc_max', 'acc_max', 'not-allowed'],
    [all, 'acc_fay', 'acc_ida', 'not-allowed'],
    [all, 'acc_shopper', 'acc_ida', 'not-allowed'],
    // Olga was let in as an owner, and Ida took her role before her turn came.
    [[ida, fay], 'acc_olga', 'acc_ida', 'not-allowed'],
    [[ida, fay], 'acc_ida', 'acc_fay', 'allow'],
    [[], 'acc_ida', 'acc_fay', 'not-allowed'],
  ]
  for (const [members, by, of, expected] of cases) {
    const change: RoleChange = decideRoleChange(members, { by, of })
    assert.equal(change.kind === 'allow' ? 'allow' : change.because, expected, `${by} changes ${of}`)
  }
})

test('whatever owners do to each other, one is left', () => {
  // Every pair takes turns until nobody may any more.
  let members: Member[] = Array.from({ length: 6 }, (_, at) => ({ accountId: `acc_${at}`, role: 'owner' as const }))
  const everybody = members.map(({ accountId }) => accountId)
  for (const by of everybody)
    for (const of of everybody)
      if (decideRoleChange(members, { by, of }).kind === 'allow')
        members = members.filter(({ accountId }) => accountId !== of)
  assert.deepEqual(members, [{ accountId: 'acc_0', role: 'owner' }])
})

test('the list says what the action would', () => {
  for (const viewer of [ida, max, fay, dan]) {
    for (const member of [ida, olga, max, fay, dan]) {
      const told = mayChangeRole(viewer, member).ok
      const done = decideRoleChange([ida, olga, max, fay, dan], { by: viewer.accountId, of: member.accountId })
      assert.equal(told, done.kind === 'allow', `${viewer.role} on ${member.accountId}`)
    }
    assert.equal(mayInvite(viewer).ok, viewer.role === 'owner')
  }
})
