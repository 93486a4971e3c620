import { z } from 'zod'

/** Codes that any endpoint may refuse or fail with, besides its own. */
export const generalRefusals = [
  'malformed-request',
  'sign-in-needed',
  'not-allowed',
  'two-factor-needed',
  'no-such-address',
  'other-site',
  'too-large',
  'too-many-requests',
  'unsupported-media-type',
  'our-fault',
] as const

/** Every refusal and error, as application/problem+json (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable, kebab-case: what a client switches on. */
  code: z.string(),
  /** A sentence a customer may read. */
  detail: z.string(),
  /** For the telephone: what to say so that the log line is found. */
  reference: z.string().optional(),
  /** How long to wait before trying again, where there is a wait. */
  waitSeconds: z.int().optional(),
  /** Which fields were wrong, by path. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.output<typeof Problem>
