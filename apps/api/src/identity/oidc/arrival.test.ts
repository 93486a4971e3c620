import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Arrival, decideArrival } from './arrival.ts'

const verified = { email: 'mercy@example.com', isEmailVerified: true, name: 'Mercy Okafor' }
const nobody = { linked: undefined, withSameEmail: undefined }
const refused: Arrival = { kind: 'refuse', problem: 'email-unverified' }

const cases: [string, Parameters<typeof decideArrival>, Arrival][] = [
  [
    'an identity that is linked signs in, whatever is said of its address',
    [
      { email: undefined, isEmailVerified: false, name: undefined },
      { ...nobody, linked: 'acc_mercy' },
    ],
    { kind: 'sign-in', accountId: 'acc_mercy' },
  ],
  [
    'an address that moved to somebody else’s account does not change whose identity it is',
    [verified, { linked: 'acc_mercy', withSameEmail: 'acc_other' }],
    { kind: 'sign-in', accountId: 'acc_mercy' },
  ],
  [
    'a new one with a verified address gets an account',
    [verified, nobody],
    { kind: 'make-account', email: 'mercy@example.com', name: 'Mercy Okafor' },
  ],
  [
    'an address that has an account links nothing by itself',
    [verified, { ...nobody, withSameEmail: 'acc_mercy' }],
    { kind: 'ask-owner', accountId: 'acc_mercy' },
  ],
  ['an address that nobody verified is none', [{ ...verified, isEmailVerified: false }, nobody], refused],
  [
    'neither is one that has an account',
    [
      { ...verified, isEmailVerified: false },
      { ...nobody, withSameEmail: 'acc_mercy' },
    ],
    refused,
  ],
  ['no address is none', [{ ...verified, email: undefined }, nobody], refused],
  ['what is no address is none', [{ ...verified, email: 'mercy' }, nobody], refused],
  [
    'an address for a name is no name',
    [{ ...verified, name: 'mercy@example.com' }, nobody],
    { kind: 'make-account', email: 'mercy@example.com', name: 'mercy' },
  ],
  [
    'a name that nobody could print is none',
    [{ ...verified, name: 'Mercy\u0000' }, nobody],
    { kind: 'make-account', email: 'mercy@example.com', name: 'mercy' },
  ],
]
for (const [what, given, arrival] of cases) {
  test(what, () => assert.deepEqual(decideArrival(...given), arrival))
}
