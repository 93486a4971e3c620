import type http from 'node:http'
import { keepBooks } from './books.ts'
import { answerChallenge, challengeDonePage, challengePage } from './challenge-page.ts'
import { commandFaults, type Faults } from './faults.ts'
import { type FormTree, parseForm } from './form-encoding.ts'
import { overviewPage } from './overview-page.ts'
import { type Answer, readBody } from './server.ts'
import { invalidRequest, StripeFailure } from './stripe-errors.ts'
import type { World } from './world.ts'

export interface SandboxNeeds {
  world: World
  faults: Faults
  settleNow: () => number
  flush: () => void
}

/** What Stripe has not: pages for people, the test bank, the books and the switches. */
export function createSandboxRoutes(needs: SandboxNeeds): (request: http.IncomingMessage, url: URL) => Promise<Answer> {
  const { world, faults } = needs
  return async function answer(request, url) {
    const line = `${request.method} ${url.pathname.replace(/^(\/sandbox\/3ds\/).+/, '$1:id')}`
    try {
      switch (line) {
        case 'GET /':
          return htmlAnswer(overviewPage(world))
        case 'GET /sandbox/3ds/:id':
          return htmlAnswer(challengePage(world, lastStep(url), url.searchParams.get('client_secret') ?? undefined))
        case 'POST /sandbox/3ds/:id':
          return await takeChallengeAnswer(needs, request, url)
        case 'GET /sandbox/books':
          return jsonAnswer(keepBooks(world))
        case 'GET /sandbox/faults':
          return jsonAnswer({ held: faults.heldEvents() })
        case 'POST /sandbox/faults':
          return jsonAnswer(commandFaults(faults, await readJson(request)))
        case 'POST /sandbox/settle':
          await readJson(request)
          return jsonAnswer({ settled: needs.settleNow() })
        default:
          throw new StripeFailure(404, { type: 'invalid_request_error', message: `The sandbox has no ${line}.` })
      }
    } catch (error) {
      if (!(error instanceof StripeFailure)) throw error
      return jsonAnswer({ error: error.body }, error.status)
    }
  }
}

// A browser's form is sent back to the shop; a test that posts JSON is told where it would have been sent.
async function takeChallengeAnswer(
  { world, flush }: SandboxNeeds,
  request: http.IncomingMessage,
  url: URL,
): Promise<Answer> {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  const form = isJson ? await readJson(request) : parseForm(await readBody(request))
  const result = answerChallenge(world, lastStep(url), {
    outcome: asText(form.outcome),
    clientSecret: asText(form.client_secret) ?? url.searchParams.get('client_secret') ?? undefined,
  })
  flush()
  if (isJson)
    return jsonAnswer({ status: result.status, redirect_status: result.redirectStatus, return_to: result.returnTo })
  if (result.returnTo === null) return htmlAnswer(challengeDonePage(result))
  return { status: 303, body: '', headers: { location: result.returnTo } }
}

// JSON only: a page of another origin cannot send it without asking first, and is refused when it asks.
async function readJson(request: http.IncomingMessage): Promise<FormTree> {
  if (!request.headers['content-type']?.startsWith('application/json')) throw invalidRequest('Send application/json.')
  const body = await readBody(request)
  try {
    return toTree(body === '' ? {} : JSON.parse(body))
  } catch {
    throw invalidRequest('The body is not valid JSON.')
  }
}

// JSON becomes what a form with the same content becomes, so that one parser reads both.
function toTree(value: unknown): FormTree {
  if (typeof value !== 'object' || value === null) throw new Error('not an object')
  const entries = Object.entries(value).map(([name, each]): [string, string | FormTree] => [
    name,
    typeof each === 'object' && each !== null ? toTree(each) : String(each ?? ''),
  ])
  return Object.assign(Object.create(null) as FormTree, Object.fromEntries(entries))
}

function asText(value: string | FormTree | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function lastStep(url: URL): string {
  return url.pathname.split('/').at(-1) ?? ''
}

function htmlAnswer(body: string): Answer {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
  }
  return { status: 200, body, headers }
}

function jsonAnswer(value: object, status = 200): Answer {
  return { status, body: JSON.stringify(value) }
}
