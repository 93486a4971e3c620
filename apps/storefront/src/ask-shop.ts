import { ApiProblem } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { data, isRouteErrorResponse } from 'react-router'

/** Waits for the API's answer; its no becomes the page's status and the error page's words. */
export async function orProblem<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiProblem) {
      const status = statusOf(error.problem)
      throw data({ ...error.problem, status }, { status })
    }
    throw error
  }
}

// An address that cannot be one of ours was mistyped or cut short on its way: nothing is there, and nothing broke.
function statusOf({ status, fields }: Problem): number {
  const isAddressOnly = status === 422 && !!fields?.length && fields.every(({ path }) => path.startsWith('params.'))
  return isAddressOnly ? 404 : status || 503
}

/** The same for what a page can do without: a shop with half its news is better than none. */
export async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiProblem) return undefined
    throw error
  }
}

/** The problem document inside a route's error, if the API gave one. */
export function problemIn(error: unknown): Problem | undefined {
  if (!isRouteErrorResponse(error)) return undefined
  const found: unknown = error.data
  return typeof found === 'object' && found !== null && 'code' in found ? (found as Problem) : undefined
}
