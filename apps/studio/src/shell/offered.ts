import { type Role, roleMay } from '@flora/contract/permissions.ts'
import { type Place, places } from '../navigation.ts'

/** The places that a role may look at, in the side bar's order. */
export function offeredTo(role: Role | null): Place[] {
  return places.filter(({ may }) => roleMay(role, may))
}

/** Pages without the side bar: the driver's, held in one hand. */
export function isOnItsOwn(pathname: string): boolean {
  return /^\/driver(\/|$)/.test(pathname)
}
