import { ApiProblem, browserCarrier, createClient } from '@flora/client/client.ts'
import type { Account } from '@flora/contract/identity.ts'
import { roleMay, type StaffPermission } from '@flora/contract/permissions.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { useSyncExternalStore } from 'react'

/** Who sits here, as far as the page knows. */
export type Who =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unknown'; readonly problem: Problem }
  | {
      readonly kind: 'somebody'
      readonly account: Account
      readonly isAway: boolean
      /** The shop wants a code from her phone on this device before she works. */
      readonly needsCode: boolean
    }

const client = createClient(browserCarrier())
const listeners = new Set<() => void>()
let who: Who = { kind: 'asking' }

function become(next: Who): void {
  who = next
  for (const listener of listeners) listener()
}

/** Asks the shop who is signed in on this device. */
export async function askWho(): Promise<void> {
  try {
    become({ kind: 'somebody', account: await client.call('GET /auth/me', {}), isAway: false, needsCode: false })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    become(error.problem.status === 401 ? { kind: 'nobody' } : { kind: 'unknown', problem: error.problem })
  }
}

/** Somebody has signed in here. */
export function signedInAs(account: Account): void {
  become({ kind: 'somebody', account, isAway: false, needsCode: false })
}

/** The shop no longer knows this device: the page stays as it is until she has signed in again. */
export function sessionEnded(): void {
  if (who.kind === 'somebody') become({ ...who, isAway: true })
  else if (who.kind === 'asking') become({ kind: 'nobody' })
}

/** The shop wants to see a second factor first: the page stays as it is until it has. */
export function codeNeeded(): void {
  if (who.kind === 'somebody' && !who.needsCode) become({ ...who, needsCode: true })
}

/** Signs this device out. */
export async function signOut(): Promise<void> {
  await client.call('POST /auth/logout', {})
  // The driver's page keeps addresses on the phone for dead spots, and only as long as she is signed in.
  await globalThis.caches?.delete('flora-driver')
  become({ kind: 'nobody' })
}

export function useWho(): Who {
  return useSyncExternalStore(listen, () => who)
}

/** The account that is signed in; only for what stands inside the shell. */
export function useAccount(): Account {
  const now = useWho()
  if (now.kind !== 'somebody') throw new Error('invariant broken: a page without somebody who looks at it')
  return now.account
}

/** Whether her role lets her ask for something at all. It only decides what is offered: the shop decides what is answered. */
export function useMay(permission: StaffPermission): boolean {
  return roleMay(useAccount().role, permission)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
