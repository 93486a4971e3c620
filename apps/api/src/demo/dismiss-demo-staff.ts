import type { Shop } from '../shop.ts'
import { demoCustomers } from './demo-customers.ts'
import { demoStaff } from './demo-staff.ts'
import { takeDemoStaffOut } from './staff-queries.ts'

/**
 * A database that began in development may be taken further. Its demo staff lose roles, passwords and devices before any door of
 * another mode opens, and its demo customers their passwords, which are the same. Says how many there were.
 */
export async function dismissDemoStaff({
  inTransaction,
  clock,
  config,
  log,
}: Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'log'>): Promise<number> {
  if (config.mode === 'development') return 0
  const emails = [...demoStaff, ...Object.values(demoCustomers)].map(({ email }) => email)
  const dismissed = await inTransaction((tx) => takeDemoStaffOut(tx, emails, clock.now()))
  if (dismissed > 0)
    log.warn({ dismissed }, 'the demo staff and customers, whose password everybody knows, can enter no more')
  return dismissed
}
