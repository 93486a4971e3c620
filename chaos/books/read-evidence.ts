import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Books } from '@flora/sandbox/stripe/books.ts'
import pg from 'pg'
import { jobRules } from '../../apps/api/src/jobs.ts'
import { sandboxKeys } from '../../apps/api/src/platform/config.ts'
import { openStripe } from '../../apps/api/src/platform/stripe.ts'
import type { World } from '../world/open-world.ts'
import type {
  BankBooks,
  BankRefund,
  BuyerStory,
  Evidence,
  Interruption,
  KeptPhoto,
  ShopBooks,
  TakenLetter,
} from './evidence.ts'

export interface Witnesses {
  readonly buyers: readonly BuyerStory[]
  readonly interruptions: readonly Interruption[]
  /** Photos that staff were told are kept. */
  readonly photoIds: readonly string[]
}

/** Reads all books: the shop's tables, the payment service's, and what the mail server took. */
export async function readEvidence(world: World, { buyers, interruptions, photoIds }: Witnesses): Promise<Evidence> {
  const client = new pg.Client({ connectionString: world.shop.database })
  await client.connect()
  try {
    return {
      shop: await readShop(client),
      bank: await readBank(world),
      letters: await world.mail<TakenLetter[]>('letters'),
      buyers,
      photos: await readPhotos(client, { folder: world.environment['DATA_DIR']!, photoIds }),
      interruptions,
      falls: [...world.falls],
    }
  } finally {
    await client.end()
  }
}

// Rows as they lie there: what is added, joined and judged is the checker's own.
async function readShop(client: pg.Client): Promise<ShopBooks> {
  const read = async <K extends keyof ShopBooks>(text: string, ...values: unknown[]): Promise<ShopBooks[K]> =>
    (await client.query(text, values)).rows as unknown as ShopBooks[K]
  const clockwork = Object.entries(jobRules)
    .filter(([, rules]) => rules.every !== undefined)
    .map(([name]) => name)
  return {
    orders: await read<'orders'>(
      `select id, number, status, places, placement_key as key, buyer_email as email, to_pay_minor::float8 as "toPay", paid_minor::float8 as paid,
         refunded_minor::float8 as refunded, gift_card_id as "giftCardId", gift_card_minor::float8 as "giftCard",
         gift_card_returned_minor::float8 as "giftCardReturned", promotion_id as "promotionId", hold_until::text as "holdUntil" from orders`,
    ),
    payments: await read<'payments'>(
      `select order_id as "orderId", intent_id as "intentId", state, received_minor::float8 as received from payments`,
    ),
    refunds: await read<'refunds'>(
      `select id, order_id as "orderId", stripe_id as "stripeId", state, amount_minor::float8 as amount, way from refunds`,
    ),
    happened: await read<'happened'>(
      `select order_id as "orderId", kind, detail ->> 'reason' as reason from order_events order by id`,
    ),
    counters: await read<'counters'>(
      `select 'stock ' || item_id as of, taken, on_hand as limit from stock_items
       union all select 'bench ' || day, taken, minutes from bench_days
       union all select 'places ' || day || ' ' || window_id, taken, capacity from delivery_places`,
    ),
    takings: await read<'takings'>(
      `select order_id as "orderId", 'stock ' || item_id as of, quantity from order_stock
       union all select order_id, 'bench ' || day, bench_minutes from order_deliveries where bench_minutes > 0
       union all select order_id, 'places ' || day || ' ' || window_id, 1 from order_deliveries`,
    ),
    promotions: await read<'promotions'>(`select id, used, use_limit as limit from promotions`),
    giftCards: await read<'giftCards'>(`select id, balance_minor::float8 as balance from gift_cards`),
    giftCardEntries: await read<'giftCardEntries'>(
      `select gift_card_id as "giftCardId", order_id as "orderId", amount_minor::float8 as amount from gift_card_entries`,
    ),
    emails: await read<'emails'>(
      `select id, once, kind, order_id as "orderId", recipient as to, sent_at is not null as "isSent", not_needed_at is not null as "isNotNeeded" from emails`,
    ),
    jobs: await read<'jobs'>(
      `select id::text, name, state::text, name = any($1) or name like '\\_\\_pgboss%' as "comesRound" from jobs.job where state::text <> 'completed'`,
      clockwork,
    ),
    events: await read<'events'>(`select id, type, processed_at is not null as "isProcessed" from payment_events`),
  }
}

async function readBank({ stripe, stripeUrl }: World): Promise<BankBooks> {
  const { intents } = await stripe<Books>('books')
  const client = openStripe({ secretKey: sandboxKeys.secretKey, apiBase: stripeUrl })
  const refunds: BankRefund[] = []
  for await (const { id, amount, status, payment_intent: intent, metadata } of client.refunds.list({ limit: 100 })) {
    refunds.push({
      id,
      amount,
      status: status ?? '',
      intentId: typeof intent === 'string' ? intent : (intent?.id ?? ''),
      ours: metadata?.['refund'] ?? null,
    })
  }
  return { intents, refunds }
}

async function readPhotos(
  client: pg.Client,
  { folder, photoIds }: { folder: string; photoIds: readonly string[] },
): Promise<KeptPhoto[]> {
  const { rows } = await client.query<{ id: string; hash: string; file: string }>('select id, hash, file from photos')
  const kept = await Promise.all(
    rows.map(async ({ id, hash, file }) => {
      const content = await readFile(path.join(folder, 'files', file)).catch(() => undefined)
      return { id, isWhole: content !== undefined && createHash('sha256').update(content).digest('hex') === hash }
    }),
  )
  const known = new Set(kept.map(({ id }) => id))
  return [...kept, ...photoIds.filter((id) => !known.has(id)).map((id) => ({ id, isWhole: false }))]
}
