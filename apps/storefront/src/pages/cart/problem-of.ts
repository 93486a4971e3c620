import { ApiProblem } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'

/** Whatever went wrong, as a problem document with a sentence to show. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem
  return {
    type: 'about:blank',
    title: 'Broken page',
    status: 0,
    code: 'broken-page',
    detail: 'Something broke on this page. Please reload it; your cart is safe.',
  }
}
