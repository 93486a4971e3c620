import { generateKeyPair } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'
import { type Door, type FaultBoard, faultBoard, type Faults } from './faults.ts'
import { answerInteraction, type InteractionNeeds } from './interactions.ts'
import { Provider } from './library.ts'
import { errorPage, frontPage, pagePolicy, styleSheet } from './pages.ts'
import { openPeople } from './people.ts'
import { type Client, createConsents, providerSettings } from './provider-settings.ts'

export type { Door, Fault, Faults } from './faults.ts'
export type { Client } from './provider-settings.ts'

export interface IssuerOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly clients: readonly Client[]
  /** Where name and e-mail address are said; in the ID token unless said otherwise, as Auth0 does. */
  readonly claimsIn?: 'id-token' | 'userinfo'
}

export interface OidcIssuer {
  /** The issuer's identifier, as it stands in tokens: http://127.0.0.1:3012. */
  readonly url: string
  /** Its private key, so that tests can forge what only it could sign. */
  readonly key: JWK
  readonly faults: Faults
  close(): Promise<void>
}

/**
 * Starts a real OpenID provider on loopback: the certified library, with pages on which everybody may be anybody. It remembers
 * nothing when it stops; its subjects stay the same.
 */
export async function startOidcIssuer({
  port = 0,
  clients,
  claimsIn = 'id-token',
}: IssuerOptions): Promise<OidcIssuer> {
  const key = await newKey()
  const faults = faultBoard()
  // Its own address is in every token, so it must have one before it exists.
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.destroy()
  const server = createServer((request, response) => answer(request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const people = openPeople()
  const consents = createConsents()
  const provider = new Provider(url, providerSettings({ clients, people, key, claimsIn, consents }))
  provider.on('server_error', (_, error) => console.error(error))
  answer = front({ provider, people, consents }, faults)

  return {
    url,
    key,
    faults,
    async close() {
      faults.end()
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: crypto.randomUUID() } as JWK
}

const doors: Record<string, Door> = {
  '/.well-known/openid-configuration': 'discovery',
  '/jwks': 'keys',
  '/token': 'token',
  '/me': 'userinfo',
}

function front(
  needs: InteractionNeeds,
  faults: FaultBoard,
): (request: IncomingMessage, response: ServerResponse) => void {
  const provide = needs.provider.callback()
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? '/'
    // A page elsewhere must not reach this by a name that it points at us.
    if (!isLoopback(request.headers.host)) return sendPage(response, 403, errorPage('forbidden', 'This machine only.'))
    const door = doors[path]
    const fault = door && faults.strike(door)
    if (fault === 'silence') return faults.keepWaiting(() => response.destroy())
    if (fault === 'error')
      return sendPage(response, 500, errorPage('server_error', 'It is broken, as it was told to be.'))
    if (fault === 'nonsense')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"keys":[]}')
    if (path === '/') return sendPage(response, 200, frontPage(needs.people.demo))
    if (path === '/pages.css') return void response.writeHead(200, { 'content-type': 'text/css' }).end(styleSheet)
    if (!path.startsWith('/interaction/')) return void provide(request, response)
    answerInteraction(needs, request, response).then(
      (html) => html !== undefined && sendPage(response, 200, html),
      (error: unknown) =>
        sendPage(response, 400, errorPage('step_lost', error instanceof Error ? error.message : String(error))),
    )
  }
}

function isLoopback(host = ''): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host.replace(/:\d+$/, ''))
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': pagePolicy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(html)
}
