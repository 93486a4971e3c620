import type { Anthropic } from '@anthropic-ai/sdk'
import type { HostedNotesConfig } from '../../platform/gift-notes-settings.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { answerSchema } from './prompt.ts'
import type { Desk } from './writer-at.ts'

const ownAddress = 'https://api.anthropic.com'
const smallModel = 'claude-haiku-5-5'
const mostTokens = 1_000

/** Anthropic's messages with structured output. It has no moderation to ask; its models decline by themselves. */
export function anthropicDesk({ apiKey, model = smallModel, apiBase }: HostedNotesConfig): Desk {
  let client: Promise<Anthropic> | undefined
  const opened = () => (client ??= open(apiKey, apiBase ?? ownAddress))
  return {
    draft: async ({ instructions, material }, signal) => {
      const message = await (
        await opened()
      ).messages.create(
        {
          model,
          max_tokens: mostTokens,
          system: instructions,
          messages: [{ role: 'user', content: material }],
          output_config: { format: { type: 'json_schema', schema: answerSchema } },
          // The small models can be told not to think about it first; some of the large ones refuse to be told.
          ...(model.includes('haiku') && { thinking: { type: 'disabled' as const } }),
        },
        { signal },
      )
      if (message.stop_reason === 'refusal') return undefined
      return message.content.find((block) => block.type === 'text')?.text
    },
  }
}

async function open(apiKey: string, baseURL: string): Promise<Anthropic> {
  const { Anthropic } = await import('@anthropic-ai/sdk')
  return new Anthropic({
    apiKey,
    baseURL,
    // Said, so that it is not looked for in the environment.
    webhookKey: null,
    openTelemetry: false,
    // Whoever waits has no time for a second try, and the budget no room.
    maxRetries: 0,
    timeout: 4_000,
    logLevel: 'off',
    fetch: boundedFetch,
  })
}
