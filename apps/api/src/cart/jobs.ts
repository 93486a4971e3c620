import type { Shop } from '../shop.ts'
import { deleteCartsBefore } from './queries.ts'

// As long as the cookie lives: nobody can come back to an older one.
const keptDays = 30

export function cartJobs({ inTransaction, clock, log }: Pick<Shop, 'inTransaction' | 'clock' | 'log'>) {
  return {
    'cart/sweep': async () => {
      const gone = await inTransaction((tx) => deleteCartsBefore(tx, clock.now().subtract({ hours: keptDays * 24 })))
      log.info({ gone }, 'carts nobody came back for were thrown away')
    },
  }
}
