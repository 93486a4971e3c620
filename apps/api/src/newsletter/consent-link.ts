import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { open, seal } from '../platform/sealing.ts'

/** What a letter's link may do. */
export type ConsentDeed = 'confirm' | 'leave'

// Nobody finds a month-old letter and starts a subscription by it; leaving works for as long as letters lie about.
const confirmDays = 30

const Said = z.object({ email: z.string(), at: z.string() })

/** A link's token: the address and the moment, sealed, so that nothing has to be kept of addresses that never said yes. */
export function consentToken(
  key: KeyObject,
  deed: ConsentDeed,
  { email, at }: { email: string; at: Temporal.Instant },
): string {
  return seal(key, JSON.stringify({ email, at: at.toString() }), `newsletter ${deed}`)
}

/** The address a link is for; nothing when it isn't one of ours or its time is over. */
export function emailOfToken(
  key: KeyObject,
  deed: ConsentDeed,
  { token, now }: { token: string; now: Temporal.Instant },
): string | undefined {
  const said = openedOrNothing(key, deed, token)
  if (!said) return undefined
  const until = Temporal.Instant.from(said.at).add({ hours: confirmDays * 24 })
  return deed === 'confirm' && Temporal.Instant.compare(now, until) > 0 ? undefined : said.email
}

function openedOrNothing(key: KeyObject, deed: ConsentDeed, token: string): z.output<typeof Said> | undefined {
  try {
    return Said.parse(JSON.parse(open(key, token, `newsletter ${deed}`)))
  } catch {
    return undefined
  }
}
