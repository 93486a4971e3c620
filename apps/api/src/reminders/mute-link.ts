import { timingSafeEqual } from 'node:crypto'
import { ReminderId } from '@flora/contract/ids.ts'
import type { Config } from '../platform/config.ts'
import { keyedHash } from '../platform/sealing.ts'

type Key = Pick<Config, 'sealingKey'>

/** What a letter's link says: which reminder, and a seal that only this shop can make. It works for as long as there is the reminder. */
export function muteToken({ sealingKey }: Key, id: ReminderId): string {
  return `${id}.${keyedHash(sealingKey, 'mute', id)}`
}

/** The reminder a link is for; nothing when it isn't one of ours. */
export function reminderOf({ sealingKey }: Key, token: string): ReminderId | undefined {
  const [text = '', seal = ''] = token.split('.')
  const id = ReminderId.safeParse(text)
  if (!id.success) return undefined
  const [given, right] = [Buffer.from(seal), Buffer.from(keyedHash(sealingKey, 'mute', id.data))]
  return given.length === right.length && timingSafeEqual(given, right) ? id.data : undefined
}
