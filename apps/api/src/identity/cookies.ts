import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../platform/config.ts'
import { isSecret } from './secret.ts'
import { idleDays } from './session.ts'

const keptSeconds = idleDays * 24 * 60 * 60
const names = ['access', 'refresh', 'signed-in'] as const

/** What a browser brought. A request with a bearer token is a program's: its cookies count for nothing. */
export type Credentials =
  | { kind: 'bearer'; token: string }
  | { kind: 'cookies'; access: string | undefined; refresh: string | undefined }

export function credentialsOf(request: FastifyRequest): Credentials {
  const { authorization } = request.headers
  if (authorization !== undefined) return { kind: 'bearer', token: /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '' }
  const { access, refresh } = request.cookies
  return { kind: 'cookies', access, refresh: isSecret(refresh) ? refresh : undefined }
}

/**
 * The access cookie stays as long as the refresh cookie although its token is over sooner: an expired one still says whose browser
 * this is, so that a refresh cookie of somebody else's, planted beside it, is seen not to belong to it.
 */
export function setSessionCookies(
  reply: FastifyReply,
  config: Config,
  { accessToken, refreshToken }: { accessToken: string; refreshToken: string | undefined },
): void {
  const common = { sameSite: 'lax', secure: isSecure(config), path: '/', maxAge: keptSeconds } as const
  reply.setCookie('access', accessToken, { ...common, httpOnly: true })
  if (refreshToken !== undefined) reply.setCookie('refresh', refreshToken, { ...common, httpOnly: true })
  // Says only that the header may show "Account"; scripts read it.
  reply.setCookie('signed-in', '1', common)
}

export function clearSessionCookies(reply: FastifyReply, config: Config): void {
  for (const name of names) reply.clearCookie(name, { sameSite: 'lax', secure: isSecure(config), path: '/' })
}

function isSecure({ publicUrl }: Config): boolean {
  return publicUrl.startsWith('https:')
}
