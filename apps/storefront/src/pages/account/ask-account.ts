import { ApiProblem } from '@flora/client/client.ts'
import { redirect } from 'react-router'
import { orProblem } from '../../ask-shop.ts'

/** Waits for an answer that is somebody's own; who is not signed in is sent to do so, and comes back here. */
export async function orSignIn<T>(answer: Promise<T>, request: Request): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401) {
      const { pathname, search } = new URL(request.url)
      throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
    }
    return orProblem(Promise.reject(error))
  }
}
