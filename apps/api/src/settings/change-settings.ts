import type { settings as contract, WordedLetter } from '@flora/contract/settings.ts'
import type { Call } from '@flora/contract/endpoint.ts'
import { bumpCatalogVersion } from '../catalog/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { hasPromisedDays, lockSettings, saveSettings, saveWording } from './queries.ts'
import { zoneInUse } from './show-settings.ts'

type Change = Call<typeof contract.changeSettings>['body']

/** Changes what was named. Every page and every process shows it at once; orders keep what they were placed under. */
export async function changeSettings(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  { version, ...change }: Change,
): Promise<void> {
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  await inTransaction(async (tx) => {
    const standing = await lockSettings(tx)
    holdVersion(standing.version, version)
    if (change.timeZone !== undefined && change.timeZone !== standing.timeZone && (await hasPromisedDays(tx)))
      throw new Refusal(409, 'time-zone-in-use', zoneInUse)
    await saveSettings(tx, { ...standing, ...named })
    await bumpCatalogVersion(tx)
  })
}

/** Puts the shop's own words around a letter, from the next one on. */
export async function wordLetter(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  { version, ...wording }: { version: number; letter: WordedLetter; opening: string; closing: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    holdVersion((await lockSettings(tx)).version, version)
    await saveWording(tx, wording)
  })
}

function holdVersion(standing: number, given: number): void {
  if (standing !== given)
    throw new Refusal(
      409,
      'changed-meanwhile',
      'Somebody changed the settings meanwhile. Look at them again; nothing was saved.',
    )
}
