import { sql, type SQL } from './sql.ts'

/**
 * A column with which a transaction's commit does not wait for the disk. Whoever reads afterwards sees it, and a later commit that does wait
 * brings it to the disk before itself; but when the database dies at once (a crash, a power cut), what was committed in the last half second is
 * as if it had never been said. So it is for what is written again by whoever finds it missing: a cart, an intent's name; never for an order, an event or money.
 */
export const relaxedCommit: SQL = sql.raw(`set_config('synchronous_commit', 'off', true)`)
