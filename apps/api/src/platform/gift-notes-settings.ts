import { z } from 'zod'

/** The variables of the writer of gift notes; they stand among the others in config.ts. */
export const giftNotesVariables = {
  GIFT_NOTES_PROVIDER: z
    .enum(['offline', 'openai', 'anthropic'])
    .default('offline')
    .describe('Who drafts card messages: the shop’s own writer (offline), or a hosted model with it to fall back on.'),
  GIFT_NOTES_API_KEY: z
    .string()
    .min(8)
    .max(500)
    .regex(/^[\x21-\x7e]+$/, 'has characters that no key has')
    .optional()
    .describe('The key of an account at the provider of gift notes. Never sent anywhere else.'),
  GIFT_NOTES_MODEL: z
    .string()
    .min(1)
    .max(120)
    .optional()
    .describe('The model that drafts. Absent: a small, quick one of the provider.'),
  GIFT_NOTES_API_BASE: z
    .url({ protocol: /^https?$/, error: 'should be an address like https://host.example' })
    .optional()
    .describe('Where a server listens that speaks the provider’s language. Absent: the provider’s own.'),
  GIFT_NOTES_DAILY_BUDGET: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(500)
    .describe(
      'How often a shop day the provider may be asked, all processes together; after that the shop’s own writer drafts.',
    ),
}

type Given = z.output<z.ZodObject<typeof giftNotesVariables>>

export interface HostedNotesConfig {
  readonly provider: 'openai' | 'anthropic'
  readonly apiKey: string
  readonly model: string | undefined
  readonly apiBase: string | undefined
  /** Requests a shop day. */
  readonly dailyBudget: number
}

/** The hosted writer, when there is one. Call it after `giftNotesProblems` found none. */
export function readGiftNotes(given: Given): HostedNotesConfig | undefined {
  if (given.GIFT_NOTES_PROVIDER === 'offline') return undefined
  return {
    provider: given.GIFT_NOTES_PROVIDER,
    apiKey: given.GIFT_NOTES_API_KEY!,
    model: given.GIFT_NOTES_MODEL,
    apiBase: given.GIFT_NOTES_API_BASE?.replace(/\/+$/, ''),
    dailyBudget: given.GIFT_NOTES_DAILY_BUDGET,
  }
}

/** What does not fit together. A key without a provider is fine: that is how the hosted writer is switched off for a while. */
export function giftNotesProblems({ GIFT_NOTES_PROVIDER: provider, GIFT_NOTES_API_KEY: key }: Given): string[] {
  return provider !== 'offline' && !key
    ? [`GIFT_NOTES_API_KEY is missing: GIFT_NOTES_PROVIDER=${provider} asks a service that wants to know who pays.`]
    : []
}
