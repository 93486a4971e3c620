import { z } from 'zod'
import { Email } from './cart.ts'
import { endpoint } from './endpoint.ts'
import { LinkToken, NewPassword, SignedIn } from './identity.ts'
import { AccountId } from './ids.ts'
import { Role } from './permissions.ts'
import { Instant, Permission, typed } from './text.ts'

/** Somebody who works for the shop, as the one who asks may see her. */
export const StaffMember = z.strictObject({
  accountId: AccountId,
  name: z.string(),
  email: z.string(),
  role: Role,
  /** Since when she has this role. */
  since: Instant,
  /** Absent when she was never signed in, or has signed out everywhere. */
  lastSeenAt: Instant.optional(),
  hasTwoFactor: z.boolean(),
  isYou: z.boolean(),
  can: z.strictObject({ changeRole: Permission }),
})
export type StaffMember = z.output<typeof StaffMember>

/** Somebody who was asked and has not answered yet. */
export const StaffInvitation = z.strictObject({
  email: z.string(),
  role: Role,
  invitedAt: Instant,
  expiresAt: Instant,
})
export type StaffInvitation = z.output<typeof StaffInvitation>

export const Staff = z.strictObject({
  people: z.array(StaffMember),
  invitations: z.array(StaffInvitation),
  can: z.strictObject({ invite: Permission }),
})
export type Staff = z.output<typeof Staff>

/** One thing that somebody did, or tried to do. */
export const AuditEntry = z.strictObject({
  /** Counts up: a later one has a larger id. */
  id: z.int(),
  at: Instant,
  accountId: AccountId.nullable(),
  /** Name and role at that time. */
  who: z.string(),
  /** 'PATCH /staff/:accountId', 'sign-in' … */
  action: z.string(),
  subject: z.string(),
  /** The answer's HTTP status; null while it is under way, and for ever when the process died then. */
  outcome: z.int().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.output<typeof AuditEntry>

export const auditPage = { entries: 50, mostEntries: 200 } as const

const staffReads = { who: { may: 'staff/read' }, limit: 'reads' } as const
const staffWrites = { who: { may: 'staff/write' }, limit: 'writes' } as const

export const staff = {
  listStaff: endpoint({
    ...staffReads,
    method: 'GET',
    path: '/staff',
    summary: 'Who works here, who was invited, and what may be changed.',
    reply: Staff,
  }),
  inviteStaff: endpoint({
    ...staffWrites,
    method: 'POST',
    path: '/staff/invitations',
    summary:
      'Sends a letter with a link that gives its reader a role, for seven days. Another one to the same address replaces it.',
    body: z.strictObject({ email: Email, role: Role }),
    reply: Staff,
    refusals: ['already-staff'],
  }),
  withdrawInvitation: endpoint({
    ...staffWrites,
    method: 'POST',
    path: '/staff/invitations/withdrawal',
    summary: 'Makes the link of an invitation useless. Doing it twice does no harm.',
    body: z.strictObject({ email: Email }),
    reply: Staff,
  }),
  acceptInvitation: endpoint({
    who: 'anyone',
    limit: 'guesses',
    method: 'POST',
    path: '/staff/invitations/accept',
    summary:
      'Takes the role of an invitation. Without an account one is made with this name and password and signed in; with one, its devices are signed out and it signs in as ever.',
    body: z.strictObject({
      token: LinkToken,
      name: typed(80).pipe(z.string().min(1, 'Please give your name.')).optional(),
      password: NewPassword.optional(),
    }),
    reply: z.discriminatedUnion('kind', [
      SignedIn,
      z.strictObject({ kind: z.literal('role-taken'), message: z.string() }),
    ]),
    refusals: [
      'link-not-valid',
      'name-and-password-needed',
      'password-known',
      'already-staff',
      'account-made-meanwhile',
    ],
  }),
  changeRole: endpoint({
    ...staffWrites,
    method: 'PATCH',
    path: '/staff/:accountId',
    summary: 'Gives somebody who works here another role, or none, which signs her out.',
    params: z.strictObject({ accountId: AccountId }),
    body: z.strictObject({ role: Role.nullable() }),
    reply: Staff,
    refusals: ['staff-not-found', 'own-role'],
  }),
  listAudit: endpoint({
    who: { may: 'audit/read' },
    limit: 'reads',
    method: 'GET',
    path: '/audit',
    summary: 'What was done, newest first: every sign-in and every action of staff.',
    query: z.strictObject({
      /** The page after this one: `next` of the page before. */
      before: z.coerce.number().int().min(1).optional(),
      accountId: AccountId.optional(),
      action: typed(120).optional(),
      limit: z.coerce.number().int().min(1).max(auditPage.mostEntries).default(auditPage.entries),
    }),
    reply: z.strictObject({ entries: z.array(AuditEntry), next: z.int().nullable() }),
  }),
}
