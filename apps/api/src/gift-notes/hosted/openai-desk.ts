import type { OpenAI } from 'openai'
import type { Moderation } from 'openai/resources/moderations'
import type { HostedNotesConfig } from '../../platform/gift-notes-settings.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { answerSchema } from './prompt.ts'
import type { Desk, Verdict } from './writer-at.ts'

const ownAddress = 'https://api.openai.com/v1'
const smallModel = 'gpt-6-luna'
const mostTokens = 800

/** OpenAI's chat completions with structured output, and its moderation; or a server that talks like it. */
export function openaiDesk({ apiKey, model = smallModel, apiBase }: HostedNotesConfig): Desk {
  let client: Promise<OpenAI> | undefined
  const opened = () => (client ??= open(apiKey, apiBase ?? ownAddress))
  return {
    draft: async ({ instructions, material }, signal) => {
      const completion = await (
        await opened()
      ).chat.completions.create(
        {
          model,
          messages: [
            { role: 'system', content: instructions },
            { role: 'user', content: material },
          ],
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'messages_for_a_card', strict: true, schema: answerSchema },
          },
          max_completion_tokens: mostTokens,
          // Nobody thinks for seconds about three sentences. Older models, and other servers, don't know the word.
          ...(/^gpt-(?:5\.[1-9]|[6-9])/.test(model) && { reasoning_effort: 'none' as const }),
          ...(apiBase === undefined && { store: false }),
        },
        { signal },
      )
      const choice = completion.choices[0]
      if (!choice || choice.message.refusal || choice.finish_reason === 'content_filter') return undefined
      return choice.message.content ?? undefined
    },
    judge: async (texts, signal) => {
      try {
        const { results } = await (
          await opened()
        ).moderations.create({ model: 'omni-moderation-latest', input: [...texts] }, { signal })
        return texts.map((_, at) => toVerdict(results[at]))
      } catch (error) {
        // A server that only talks like OpenAI has no moderation; then the shop's own rules are what there is.
        if (apiBase !== undefined && isNotThere(error)) return texts.map(() => 'fine' as const)
        throw error
      }
    },
  }
}

async function open(apiKey: string, baseURL: string): Promise<OpenAI> {
  const { OpenAI } = await import('openai')
  return new OpenAI({
    apiKey,
    baseURL,
    // Said, so that it is not looked for in the environment.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // Whoever waits has no time for a second try, and the budget no room.
    maxRetries: 0,
    timeout: 4_000,
    logLevel: 'off',
    fetch: boundedFetch,
  })
}

// Nobody mourning somebody who was shot, or writing to a lover, should be turned away: those are written to by the shop itself.
const harmful: readonly (keyof Moderation.Categories)[] = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit/violent',
  'self-harm/instructions',
  'sexual/minors',
  'violence/graphic',
]

function toVerdict(moderation: Moderation | undefined): Verdict {
  // No verdict is no "fine".
  if (!moderation) return 'doubtful'
  if (harmful.some((category) => moderation.categories[category])) return 'harmful'
  return moderation.flagged ? 'doubtful' : 'fine'
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'status' in error && (error.status === 404 || error.status === 501)
}
