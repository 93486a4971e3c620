import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { published } from '../account.ts'
import { choice, type Command, codes, Refused } from '../command.ts'

// What fits a terminal's memory; who wants more asks for a shorter time.
const mostLines = 1_000

export const logs: Command = {
  what: 'what the shop, its jobs or the boot script have written',
  takes: 'serve|work|boot [words to look for] [--since 15m|2h|3d]',
  words: 100,
  run: async (context) => {
    const which = choice(context.words[0], ['serve', 'work', 'boot'], 'The log')
    const span = spanOf(context.options.since ?? '15m')
    const { log_groups: groups } = await published(context.account, 'app')
    const words = context.words.slice(1).join(' ')
    const found: { at: string; machine: string; text: string }[] = []
    let nextToken: string | undefined
    do {
      const page = await context.account.logs.send(
        new FilterLogEventsCommand({
          logGroupName: groups[which]!,
          startTime: context.now().subtract(span).epochMilliseconds,
          // In quotes the words are words, whatever signs are in them.
          ...(words !== '' && { filterPattern: `"${words.replaceAll('"', String.raw`\"`)}"` }),
          ...(nextToken && { nextToken }),
        }),
      )
      for (const { timestamp = 0, logStreamName = '', message = '' } of page.events ?? [])
        found.push({
          at: Temporal.Instant.fromEpochMilliseconds(timestamp).toString(),
          machine: logStreamName,
          text: message.trimEnd(),
        })
      nextToken = page.nextToken
    } while (nextToken && found.length < mostLines)
    if (nextToken) context.say(`more than ${mostLines} lines: ask for a shorter time (--since) or for words`)
    if (found.length === 0) context.say(`nothing in the last ${context.options.since ?? '15m'}`)
    return { lines: found.map(({ at, machine, text }) => `${at} ${machine} ${text}`), data: found }
  },
}

/** `15m`, `2h` or `3d`. */
export function spanOf(text: string): { minutes: number } {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? []
  if (!count) throw new Refused('--since is a number with m, h or d: 15m, 2h, 3d.', codes.wrongUse)
  return { minutes: Number(count) * { m: 1, h: 60, d: 24 * 60 }[unit as 'm' | 'h' | 'd'] }
}
