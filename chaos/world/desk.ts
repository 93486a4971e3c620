import { setTimeout as after } from 'node:timers/promises'
import { newId } from '@flora/contract/ids.ts'
import { signAccessToken } from '../../apps/api/src/identity/access-token.ts'
import { readConfig, sandboxKeys } from '../../apps/api/src/platform/config.ts'
import { type Db, openServer, rows } from '../../apps/api/src/platform/db.ts'
import { keepOwnKeys } from '../../apps/api/src/platform/own-keys.ts'
import { sql } from '../../apps/api/src/platform/sql.ts'
import { openStripe, type Stripe, stripeError } from '../../apps/api/src/platform/stripe.ts'
import { aSignedIn } from '../../apps/api/test/signed-in.ts'
import { type Line, openLine, type Tally } from '../buyers/browser.ts'
import type { ShopClock } from './clock-file.ts'
import { photoOf } from './photo.ts'

/** Somebody who works for the shop while all of it happens. */
export interface Desk {
  /** Gives money back from the Studio, and says how much that is; 0 when the shop says no. */
  readonly giveBack: (orderId: string, minor: number) => Promise<number>
  /** The same in the payment service's own dashboard, behind the shop's back. */
  readonly giveBackAtStripe: (orderId: string, minor: number) => Promise<number>
  /** Sends a photo until it is kept, and gives its id. */
  readonly sendPhoto: (place: number) => Promise<string>
  readonly close: () => Promise<void>
}

export interface DeskParts {
  readonly shopUrl: string
  readonly stripeUrl: string
  readonly environment: Record<string, string>
  readonly clock: ShopClock
  readonly tally: Tally
}

/** Signs a manager in, and keeps her signed in. */
export async function openDesk({ shopUrl, stripeUrl, environment, clock, tally }: DeskParts): Promise<Desk> {
  const config = readConfig(environment, keepOwnKeys)
  const database = openServer(config.databaseUrl!, 2)
  const { accountId, sessionId } = await aSignedIn({ ...database, clock, config }, { role: 'manager' })
  const line: Line = openLine(shopUrl, tally, { caller: '10.255.0.1' })
  const headers = async (): Promise<Record<string, string>> => {
    const { token } = await signAccessToken(config, { accountId, sessionId }, clock.now())
    return { authorization: `Bearer ${token}` }
  }
  const stripe = openStripe({ secretKey: sandboxKeys.secretKey, apiBase: stripeUrl })
  // One thing at a time, as people do.
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work, work)
    before = done.catch(() => undefined)
    return done
  }

  return {
    giveBack: (orderId, minor) =>
      inTurn(async () => {
        const body = { key: newId('rfd'), amount: { minor, currency: 'AUD' }, reason: 'A late van' }
        const path = `/api/desk/orders/${orderId}/refunds`
        const press = async () => line.insist({ method: 'POST', path, body, headers: await headers() })
        let answer = await press()
        // A token is good for half an hour, which may have passed between two of her words.
        while (answer.status === 401) answer = await press()
        if (answer.status === 403 || answer.status === 422)
          throw new Error(`the desk was refused: ${answer.body.slice(0, 300)}`)
        return answer.status < 300 ? minor : 0
      }),
    giveBackAtStripe: (orderId, minor) => giveBackAtStripe({ stripe, db: database.db }, orderId, minor),
    sendPhoto: async (place) => {
      const photo = photoOf(place)
      for (;;) {
        const form = new FormData()
        form.append('photo', new Blob([photo], { type: 'image/png' }), `photo-${place}.png`)
        const asked = { method: 'POST', headers: await headers(), body: form }
        const answer = await fetch(`${shopUrl}/api/desk/catalog/photos`, asked).catch(() => undefined)
        if (answer?.status === 201) return ((await answer.json()) as { id: string }).id
        if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 401)
          throw new Error(`a photo was refused: ${await answer.text()}`)
        await after(700)
      }
    },
    close: async () => {
      line.leave()
      await database.close()
    },
  }
}

async function giveBackAtStripe(
  { stripe, db }: { stripe: Stripe; db: Db },
  orderId: string,
  minor: number,
): Promise<number> {
  for (let tries = 1; tries < 20; tries += 1) {
    try {
      const [payment] = await rows<{ id: string }>(
        db,
        sql`select intent_id as id from payments where order_id = ${orderId}`,
      )
      if (!payment) return 0
      // The dashboard shows what became of it; whoever saw an error looks there before she presses again.
      if ((await givenBack(stripe, payment.id)) > 0) return minor
      await stripe.refunds.create({ payment_intent: payment.id, amount: minor })
      return minor
    } catch (error) {
      if (stripeError(error)?.isTheirs === false) return 0
      await after(400)
    }
  }
  return 0
}

async function givenBack(stripe: Stripe, intentId: string): Promise<number> {
  const { data } = await stripe.refunds.list({ payment_intent: intentId })
  return data.filter(({ metadata }) => !metadata?.['refund']).reduce((sum, { amount }) => sum + amount, 0)
}
