import { ApiProblem, browserCarrier, type Carrier, createClient } from '@flora/client/client.ts'
import type { Problem } from '@flora/contract/problem.ts'
import { codeNeeded, sessionEnded } from './who.ts'

const browser = browserCarrier()

// Whoever asks, an answer that somebody must sign in is told to the shell, which asks her to and keeps the page as it was.
const watched: Carrier = async (path, init) => {
  const reply = await browser(path, init)
  if (reply.status === 401 && !path.startsWith('/api/auth/')) sessionEnded()
  if (reply.status === 403 && (await codeOf(reply.clone())) === 'two-factor-needed') codeNeeded()
  return reply
}

async function codeOf(reply: Response): Promise<unknown> {
  return ((await reply.json().catch(() => ({}))) as { code?: unknown }).code
}

/** The shop's API, typed by its contract. Throws ApiProblem for every refusal and failure. */
export const shop = createClient(watched)

/** Whatever was thrown, as the document that a page can show. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem
  console.error(error)
  return {
    type: 'about:blank',
    title: 'Our fault',
    status: 500,
    code: 'page-broke',
    detail: 'Something broke in this page. Please load it again; what you saved is safe.',
  }
}
