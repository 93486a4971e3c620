import { ApiProblem } from '@flora/client/client.ts'
import type { Photo } from '@flora/contract/catalog-desk.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { readablePhoto } from './readable-photo.ts'
import { sessionEnded } from './who.ts'

/** Sends one photo, as the file it is. Throws ApiProblem for every refusal and failure, as the shop's other lines do. */
export async function sendPhoto(file: File): Promise<Photo> {
  const body = new FormData()
  body.append('photo', await readablePhoto(file))
  const reply = await fetch('/api/desk/catalog/photos', { method: 'POST', body, credentials: 'same-origin' }).catch(
    () => undefined,
  )
  if (reply === undefined) throw new ApiProblem(noAnswer)
  if (reply.status === 401) sessionEnded()
  const answer: unknown = await reply.json().catch(() => undefined)
  if (!reply.ok) throw new ApiProblem(isProblem(answer) ? answer : { ...noAnswer, status: reply.status })
  return answer as Photo
}

const noAnswer: Problem = {
  type: 'about:blank',
  title: 'No answer',
  status: 0,
  code: 'no-answer',
  detail: 'The photo did not arrive. Please check your connection and try again.',
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer
}
