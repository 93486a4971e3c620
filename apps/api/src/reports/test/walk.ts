import { aVisitor, type PayingShop } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'

/** A good request for each report. */
export async function reportsWalk(open: PayingShop) {
  const by = aVisitor(open.app)
  for (const [name, value] of (await aSignedIn(open.shop, { role: 'owner' })).cookies) by.cookies.set(name, value)
  const asking = (report: string) => async () => ({ by, path: `/desk/reports/${report}?from=2026-11-01&to=2026-11-30` })
  return {
    'reports.sales': asking('sales'),
    'reports.subscriptionFigures': asking('subscriptions'),
    'reports.refundFigures': asking('refunds'),
    'reports.tax': asking('tax'),
  }
}
