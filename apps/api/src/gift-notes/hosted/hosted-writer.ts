import type { Config } from '../../platform/config.ts'
import type { HostedNotesConfig } from '../../platform/gift-notes-settings.ts'
import type { GiftWriter } from '../gift-note.ts'
import { anthropicDesk } from './anthropic-desk.ts'
import { openaiDesk } from './openai-desk.ts'
import { writerAt } from './writer-at.ts'

/** The writer of a configuration, and how it has fared in this process. */
export interface HostedWriter {
  readonly config: HostedNotesConfig
  readonly writer: GiftWriter
  /** In a row, since it last answered. */
  failures: number
  restsUntil: Temporal.Instant | undefined
}

const writers = new WeakMap<HostedNotesConfig, HostedWriter>()

/** The hosted writer, when the configuration names one; the same one each time. */
export function hostedWriterFor({ giftNotes: config }: Pick<Config, 'giftNotes'>): HostedWriter | undefined {
  if (!config) return undefined
  let hosted = writers.get(config)
  if (!hosted) {
    const desk = config.provider === 'openai' ? openaiDesk(config) : anthropicDesk(config)
    hosted = { config, writer: writerAt(desk), failures: 0, restsUntil: undefined }
    writers.set(config, hosted)
  }
  return hosted
}
