import { z } from 'zod'
import { Email } from './cart.ts'
import { endpoint } from './endpoint.ts'
import { AccountId, SessionId } from './ids.ts'
import { passwordFault } from './password-limits.ts'
import { Role } from './permissions.ts'
import { Instant, typed } from './text.ts'

export const NewPassword = z.string().superRefine((typed, context) => {
  const fault = passwordFault(typed)
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
})

// What is given to be compared is bounded only so that nobody sends a book; a long one is simply wrong.
const GivenPassword = z.string().min(1, 'Please give your password.').max(300)
const TypedName = typed(80).pipe(z.string().min(1, 'Please give your name.'))
/** A secret of 32 random bytes, as it stands in a letter's link. */
export const LinkToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete. Please use the whole of it.')
/** Six digits from an authenticator, or a recovery code. */
const SecondFactorCode = typed(20).pipe(z.string().min(6, 'Please give the six digits, or a recovery code.'))

export const Account = z.strictObject({
  id: AccountId,
  email: z.string(),
  name: z.string(),
  role: Role.nullable(),
  hasPassword: z.boolean(),
  hasTwoFactor: z.boolean(),
  /** Providers this account can be entered by, by name: 'Auth0'. */
  providers: z.array(z.string()),
  createdAt: Instant,
})
export type Account = z.output<typeof Account>

/**
 * Somebody is signed in. The cookies `access` (a JWT of 30 minutes) and `refresh` (rotated at each use), both HttpOnly, are set
 * along with this; a program that keeps no cookies sends the token as `Authorization: Bearer`.
 */
export const SignedIn = z.strictObject({
  kind: z.literal('signed-in'),
  account: Account,
  accessToken: z.string(),
  expiresAt: Instant,
})
export type SignedIn = z.output<typeof SignedIn>

/** The password was right and the account wants a second factor: send its code with this ticket within five minutes. */
export const SecondFactorNeeded = z.strictObject({ kind: z.literal('second-factor'), ticket: LinkToken })

export const SignInReply = z.discriminatedUnion('kind', [SignedIn, SecondFactorNeeded])
export type SignInReply = z.output<typeof SignInReply>

/** One device on which somebody is signed in. */
export const Session = z.strictObject({
  id: SessionId,
  /** 'Firefox on Linux', as far as the browser said. */
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  isThisOne: z.boolean(),
})
export type Session = z.output<typeof Session>

const Promised = z.strictObject({ message: z.string() })
const byAnyone = { who: 'anyone', limit: 'guesses' } as const
const byOneself = { who: 'customer', limit: 'writes' } as const

export const identity = {
  register: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/register',
    summary: 'Sends a letter with a link that makes the account. Says the same whether or not there is one already.',
    body: z.strictObject({
      email: Email,
      password: NewPassword,
      name: TypedName,
    }),
    reply: Promised,
    status: 202,
    refusals: ['password-known'],
  }),
  verify: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/verify',
    summary:
      'Makes the account that the letter’s link was for and signs in. In another browser than the one that asked, a password is chosen here: the link proves the address, not who asked.',
    body: z.strictObject({ token: LinkToken, password: NewPassword.optional(), name: TypedName.optional() }),
    reply: SignInReply,
    refusals: ['link-not-valid', 'password-needed', 'password-known'],
  }),
  login: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/login',
    summary: 'Signs in by e-mail and password, or says that a second factor is wanted.',
    body: z.strictObject({ email: Email, password: GivenPassword }),
    reply: SignInReply,
    refusals: ['sign-in-wrong', 'sign-in-wait'],
  }),
  secondFactor: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/second-factor',
    summary: 'Finishes a sign-in with a code from the authenticator or a recovery code.',
    body: z.strictObject({ ticket: LinkToken, code: SecondFactorCode }),
    reply: SignedIn,
    refusals: ['code-wrong', 'link-not-valid', 'sign-in-wait'],
  }),
  refresh: endpoint({
    who: 'anyone',
    limit: 'writes',
    method: 'POST',
    path: '/auth/refresh',
    summary: 'Changes the refresh cookie for a new one and gives a new access token.',
    reply: SignedIn,
    refusals: ['sign-in-needed'],
  }),
  logout: endpoint({
    who: 'anyone',
    limit: 'writes',
    method: 'POST',
    path: '/auth/logout',
    summary: 'Signs this device out. Doing it twice does no harm.',
    reply: Promised,
  }),
  me: endpoint({
    who: 'customer',
    limit: 'reads',
    method: 'GET',
    path: '/auth/me',
    summary: 'Who is signed in.',
    reply: Account,
  }),
  forgotten: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/forgotten',
    summary: 'Sends a link to choose a new password, if there is an account. Says the same if there is none.',
    body: z.strictObject({ email: Email }),
    reply: Promised,
    status: 202,
  }),
  reset: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/reset',
    summary: 'Sets a new password by the letter’s link, signs all other devices out and this one in.',
    body: z.strictObject({ token: LinkToken, password: NewPassword }),
    reply: SignInReply,
    refusals: ['link-not-valid', 'password-known'],
  }),
  changePassword: endpoint({
    ...byOneself,
    method: 'PUT',
    path: '/auth/password',
    summary: 'Changes the password, and signs all other devices out.',
    body: z.strictObject({ current: GivenPassword.or(z.literal('')), password: NewPassword }),
    reply: Promised,
    refusals: ['password-wrong', 'sign-in-again', 'password-known', 'sign-in-wait'],
  }),
  changeEmail: endpoint({
    ...byOneself,
    method: 'PUT',
    path: '/auth/email',
    summary: 'Sends a link to the new address; the old one stays until it is followed, and is told.',
    body: z.strictObject({ email: Email, password: GivenPassword }),
    reply: Promised,
    status: 202,
    refusals: ['password-wrong', 'sign-in-again', 'sign-in-wait'],
  }),
  confirmEmail: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/email/confirmation',
    summary: 'Moves the account to the new address, whose owner followed the link.',
    body: z.strictObject({ token: LinkToken }),
    reply: Promised,
    refusals: ['link-not-valid'],
  }),
  listSessions: endpoint({
    who: 'customer',
    limit: 'reads',
    method: 'GET',
    path: '/auth/sessions',
    summary: 'The devices that are signed in, this one first.',
    reply: z.array(Session),
  }),
  endSession: endpoint({
    ...byOneself,
    method: 'DELETE',
    path: '/auth/sessions/:sessionId',
    summary: 'Signs one device out.',
    params: z.strictObject({ sessionId: SessionId }),
    reply: z.array(Session),
  }),
  endOtherSessions: endpoint({
    ...byOneself,
    method: 'DELETE',
    path: '/auth/sessions',
    summary: 'Signs every other device out.',
    reply: z.array(Session),
  }),
  listProviders: endpoint({
    who: 'anyone',
    limit: 'reads',
    method: 'GET',
    path: '/auth/providers',
    summary: 'Other ways to sign in: each begins at its address with a plain navigation.',
    reply: z.array(z.strictObject({ name: z.string(), startUrl: z.string() })),
  }),
  linkProvider: endpoint({
    ...byAnyone,
    method: 'POST',
    path: '/auth/oidc/link',
    summary: 'Joins a provider’s identity to the account of the same address, whose owner followed the letter’s link.',
    body: z.strictObject({ token: LinkToken }),
    reply: SignInReply,
    refusals: ['link-not-valid'],
  }),
  beginTwoFactor: endpoint({
    ...byOneself,
    method: 'POST',
    path: '/auth/two-factor',
    summary:
      'A new secret for an authenticator, as text and as a picture. Nothing changes until it is confirmed. Where two-factor is on, a code of the old device moves it to a new one.',
    body: z.strictObject({ password: GivenPassword.or(z.literal('')), code: SecondFactorCode.optional() }),
    /** `qr` is an SVG document. */
    reply: z.strictObject({ secret: z.string(), uri: z.string(), qr: z.string() }),
    limit: 'guesses',
    refusals: ['password-wrong', 'sign-in-again', 'code-wrong', 'two-factor-is-on', 'sign-in-wait'],
  }),
  confirmTwoFactor: endpoint({
    ...byOneself,
    method: 'PUT',
    path: '/auth/two-factor',
    summary: 'Switches two-factor on with a code from the authenticator, and shows the recovery codes once.',
    body: z.strictObject({ code: SecondFactorCode }),
    reply: z.strictObject({ recoveryCodes: z.array(z.string()) }),
    limit: 'guesses',
    refusals: ['code-wrong', 'two-factor-not-begun'],
  }),
  endTwoFactor: endpoint({
    ...byOneself,
    method: 'POST',
    path: '/auth/two-factor/end',
    summary: 'Switches two-factor off.',
    body: z.strictObject({ code: SecondFactorCode }),
    reply: Promised,
    limit: 'guesses',
    refusals: ['code-wrong', 'two-factor-is-needed', 'sign-in-wait'],
  }),
}
