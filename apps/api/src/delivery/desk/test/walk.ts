import type { PayingShop } from '../../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../../test/signed-in.ts'
import { findVersion } from '../change-queries.ts'
import { listWindows } from '../calendar-queries.ts'

/** One good call of each line of the delivery desk's contract. */
export async function deliveryDeskWalk({ shop, app }: Pick<PayingShop, 'shop' | 'app'>) {
  const { headers } = await aSignedIn(shop, { role: 'manager', name: 'Ada Marsh' })
  const version = () => findVersion(shop.db)
  const window = {
    zoneId: 'zon_pick-up',
    method: 'pick-up',
    name: 'Late pick-up',
    starts: '17:00',
    ends: '19:00',
    weekdays: [5],
    feeMinor: 0,
    capacity: 10,
    cutOff: '15:00',
    cutOffDaysBefore: 0,
  }
  const aWindow = async () => {
    const payload = { version: await version(), ...window }
    await app.inject({ method: 'POST', url: '/api/desk/delivery/windows', headers, payload })
    return (await listWindows(shop.db)).at(-1)!.id
  }
  const aSurge = async () => {
    const payload = { version: await version(), name: 'Easter', from: '2027-03-26', until: '2027-03-29', feeMinor: 500 }
    const reply = await app.inject({ method: 'POST', url: '/api/desk/delivery/surges', headers, payload })
    return reply.json<{ surges: { id: string }[] }>().surges.at(-1)!.id
  }
  const days = ['2027-02-10']
  const windows = { of: 'hours', from: '14:00' }
  return {
    'deliveryDesk.showMonth': async () => ({ headers, path: '/desk/delivery/months/2026-12' }),
    'deliveryDesk.showDay': async () => ({ headers, path: '/desk/delivery/days/2026-12-24' }),
    'deliveryDesk.changeDay': async () => ({
      headers,
      path: '/desk/delivery/days/2027-02-09',
      body: { version: await version(), places: 50, benchMinutes: 600 },
    }),
    'deliveryDesk.closeDays': async () => ({
      headers,
      body: { version: await version(), days, windows, reason: 'Every van is out' },
    }),
    'deliveryDesk.openDays': async () => ({ headers, body: { version: await version(), days, windows } }),
    'deliveryDesk.showArrangements': async () => ({ headers }),
    'deliveryDesk.createZone': async () => ({
      headers,
      body: { version: await version(), name: 'Far', places: [{ postcode: '3999', suburbs: ['Pound Creek'] }] },
    }),
    'deliveryDesk.changeZone': async () => ({
      headers,
      path: '/desk/delivery/zones/zon_inner',
      body: { version: await version(), name: 'Inner north' },
    }),
    'deliveryDesk.createWindow': async () => ({ headers, body: { version: await version(), ...window } }),
    'deliveryDesk.changeWindow': async () => ({
      headers,
      path: `/desk/delivery/windows/${await aWindow()}`,
      body: { version: await version(), capacity: 12 },
    }),
    'deliveryDesk.createSurge': async () => ({
      headers,
      body: { version: await version(), name: 'Mother’s Day', from: '2027-05-08', until: '2027-05-09', feeMinor: 600 },
    }),
    'deliveryDesk.changeSurge': async () => ({
      headers,
      path: `/desk/delivery/surges/${await aSurge()}`,
      body: { version: await version(), feeMinor: 700 },
    }),
    'deliveryDesk.removeSurge': async () => ({
      headers,
      path: `/desk/delivery/surges/${await aSurge()}/removal`,
      body: { version: await version() },
    }),
    'deliveryDesk.changeWeek': async () => ({
      headers,
      body: { version: await version(), benchMinutes: [480, 480, 480, 480, 480, 300, 0] },
    }),
    'deliveryDesk.listChanges': async () => ({ headers, path: '/desk/delivery/changes?before=100' }),
  }
}
