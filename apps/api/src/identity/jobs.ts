import type { Jobs } from '../jobs.ts'
import type { Shop } from '../shop.ts'
import { countedHours } from './attempt.ts'
import { deleteAttemptsBefore } from './attempt-queries.ts'
import { deleteSignInsBefore } from './audit-queries.ts'
import { writeResetLink } from './reset-password.ts'
import { deleteRefreshTokensBefore, deleteSessionsBefore } from './session-queries.ts'
import { deleteTokensBefore } from './token-queries.ts'

// A quarter to look back at which devices were signed in.
const endedSessionsDays = 90
// As long as a session can live: what began one can be looked up while it lasts.
const signInsDays = 180
// A used link is told from an unknown one for nobody, so a day is for those who look into the database after a complaint.
const tokensDays = 1

export function identityJobs(shop: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs' | 'log'>) {
  return {
    'identity/forgotten': (wanted: Jobs['identity/forgotten']) => writeResetLink(shop, wanted),
    'identity/sweep': () => sweep(shop),
  }
}

/** Throws away what signs nobody in any more, and what says where people were for longer than there is a reason to. */
async function sweep({ inTransaction, clock, log }: Pick<Shop, 'inTransaction' | 'clock' | 'log'>): Promise<void> {
  const daysAgo = (days: number) => clock.now().subtract({ hours: days * 24 })
  const gone = await inTransaction(async (tx) => ({
    sessions: await deleteSessionsBefore(tx, daysAgo(endedSessionsDays)),
    refreshTokens: await deleteRefreshTokensBefore(tx, daysAgo(tokensDays)),
    links: await deleteTokensBefore(tx, daysAgo(tokensDays)),
    attempts: await deleteAttemptsBefore(tx, clock.now().subtract({ hours: countedHours })),
    signIns: await deleteSignInsBefore(tx, daysAgo(signInsDays)),
  }))
  log.info({ gone }, 'what signs nobody in any more was thrown away')
}
