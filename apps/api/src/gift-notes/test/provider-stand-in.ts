import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Drafts {
  readonly letter: string
  readonly note: string
  readonly short: string
}

/** What the provider does when it is asked for drafts. */
export type Behaviour =
  | { readonly kind: 'drafts'; readonly drafts: Drafts }
  /** Text where JSON was asked for. */
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'declines' }
  | { readonly kind: 'status'; readonly status: number }
  /** Bytes that are not of the protocol. */
  | { readonly kind: 'raw'; readonly body: string }
  /** Takes the request and never answers. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'redirect'; readonly to: string }

export interface Asked {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>>
}

export interface StandIn {
  readonly provider: 'openai' | 'anthropic'
  /** For GIFT_NOTES_API_BASE. */
  readonly apiBase: string
  /** Every request, oldest first. */
  readonly asked: readonly Asked[]
  readonly behave: (behaviour: Behaviour) => void
  /** What its moderation flags, by category; 'not-there' for a server without one. */
  readonly moderate: (judge: ((text: string) => readonly string[]) | 'not-there' | 'broken') => void
  readonly close: () => Promise<void>
}

/** A small server that speaks a provider's protocol, for as long as a test. */
export async function startProvider(provider: 'openai' | 'anthropic'): Promise<StandIn> {
  const asked: Asked[] = []
  let behaviour: Behaviour = { kind: 'status', status: 500 }
  let moderation: Parameters<StandIn['moderate']>[0] = () => []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      asked.push({ path: request.url ?? '', headers: request.headers, body })
      if (request.url?.endsWith('/moderations')) answerModeration(response, body, moderation)
      else answerDrafting(response, provider, behaviour)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    provider,
    apiBase: `http://127.0.0.1:${port}${provider === 'openai' ? '/v1' : ''}`,
    asked,
    behave: (next) => {
      behaviour = next
    },
    moderate: (next) => {
      moderation = next
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Record<string, unknown>
}

function answerDrafting(response: ServerResponse, provider: StandIn['provider'], behaviour: Behaviour): void {
  switch (behaviour.kind) {
    case 'drafts':
      return send(response, 200, completion(provider, JSON.stringify(behaviour.drafts)))
    case 'says':
      return send(response, 200, completion(provider, behaviour.text))
    case 'declines':
      return send(response, 200, completion(provider, ''))
    case 'status':
      return send(response, behaviour.status, { error: { type: 'error', message: 'a fault, made for a test' } })
    case 'raw':
      response.writeHead(200, { 'content-type': 'application/json' }).end(behaviour.body)
      return undefined
    case 'redirect':
      response.writeHead(307, { location: behaviour.to }).end()
      return undefined
    case 'silence':
      return undefined
  }
}

/** An answer as the provider wraps it; an empty text is a model that declines. */
function completion(provider: StandIn['provider'], text: string): object {
  if (provider === 'openai') {
    return {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: 'stand-in',
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          logprobs: null,
          message: { role: 'assistant', content: text || null, refusal: text === '' ? 'I’d rather not.' : null },
        },
      ],
    }
  }
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'stand-in',
    content: text === '' ? [] : [{ type: 'text', text, citations: null }],
    stop_reason: text === '' ? 'refusal' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  }
}

const categories = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/intent',
  'self-harm/instructions',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
]

function answerModeration(
  response: ServerResponse,
  body: Readonly<Record<string, unknown>>,
  judge: Parameters<StandIn['moderate']>[0],
): void {
  if (judge === 'not-there') return send(response, 404, { error: { message: 'no such address' } })
  if (judge === 'broken') return send(response, 500, { error: { message: 'a fault, made for a test' } })
  const results = (body['input'] as string[]).map((text) => {
    const flagged = judge(text)
    const by = (value: (name: string) => unknown) => Object.fromEntries(categories.map((name) => [name, value(name)]))
    return {
      flagged: flagged.length > 0,
      categories: by((name) => flagged.includes(name)),
      category_scores: by((name) => (flagged.includes(name) ? 0.9 : 0.01)),
      category_applied_input_types: by(() => ['text']),
    }
  })
  return send(response, 200, { id: 'modr-1', model: 'omni-moderation-latest', results })
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
