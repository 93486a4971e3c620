import type { NewZone, ServedPlace, ZoneChange } from '@flora/contract/delivery-desk.ts'
import { newId, type ZoneId } from '@flora/contract/ids.ts'
import { arrange, type Arranges, type Desk, type Manager, ofZone } from './arrange.ts'
import { findOtherZoneOf, findStanding, insertZone, savePostcodes, saveZone } from './arrangement-queries.ts'
import { ordersStay } from './change-day.ts'
import { postcodeTaken, zoneNotFound } from './errors.ts'
import { listOrdersOfPostcodes } from './settle-queries.ts'

/** A new zone. */
export function createZone(shop: Arranges, by: Manager, zone: NewZone): Promise<void> {
  return arrange(shop, by, zone, async (desk) => {
    const id = newId('zon')
    const { name, position, pickUp = false, places = [] } = zone
    await insertZone(desk.tx, { id, name, position, pickUp })
    await serve(desk, id, places)
    return { subjects: [ofZone(id)], what: `Made zone ${name}.` }
  })
}

/** Another name, place in the list, or list of postcodes. Names the undelivered orders of postcodes that it would not serve any more. */
export function changeZone(shop: Arranges, by: Manager, zoneId: ZoneId, change: ZoneChange): Promise<void> {
  return arrange(shop, by, change, async (desk) => {
    const { tx, today, expect, allow } = desk
    await expect([ofZone(zoneId)])
    const zone = (await findStanding(tx, today)).zones.find(({ id }) => id === zoneId)
    if (!zone) throw zoneNotFound()
    const { name = zone.name, position = zone.position, places } = change
    const before = zone.places.map(({ postcode }) => postcode)
    const after = places?.map(({ postcode }) => postcode) ?? before
    const gone = before.filter((postcode) => !after.includes(postcode))
    const came = after.filter((postcode) => !before.includes(postcode))

    if (name !== zone.name || position !== zone.position) await saveZone(tx, { id: zoneId, name, position })
    if (places) await serve(desk, zoneId, places)
    allow(
      await listOrdersOfPostcodes(tx, { zoneId, postcodes: gone, today }),
      (total) => `${ordersStay(total)} Zone ${zone.name}’s van must still go there for them.`,
    )
    return {
      subjects: [ofZone(zoneId)],
      what: `Changed zone ${zone.name}${said({ name: name === zone.name ? undefined : name, came, gone })}.`,
    }
  })
}

async function serve({ tx }: Desk, zoneId: ZoneId, places: readonly ServedPlace[]): Promise<void> {
  const postcodes = places.map(({ postcode }) => postcode)
  const other = await findOtherZoneOf(tx, { zoneId, postcodes })
  if (other) throw postcodeTaken(other.postcode, other.zoneName)
  await savePostcodes(tx, zoneId, places)
}

function said({ name, came, gone }: { name: string | undefined; came: string[]; gone: string[] }): string {
  const parts = [
    ...(name === undefined ? [] : [`now ${name}`]),
    ...(came.length > 0 ? [`with ${came.join(', ')}`] : []),
    ...(gone.length > 0 ? [`without ${gone.join(', ')}`] : []),
  ]
  return parts.length > 0 ? `: ${parts.join(', ')}` : ''
}
