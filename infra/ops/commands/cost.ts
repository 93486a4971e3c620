import { GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer'
import type { Command } from '../command.ts'

export const cost: Command = {
  what: 'what this environment has cost, this month and the month before, by service (each look costs a cent)',
  takes: '',
  words: 0,
  run: async (context) => {
    const today = context.now().toZonedDateTimeISO('UTC').toPlainDate()
    const month = today.with({ day: 1 })
    const { ResultsByTime: months = [] } = await context.account.costs.send(
      new GetCostAndUsageCommand({
        TimePeriod: { Start: month.subtract({ months: 1 }).toString(), End: today.add({ days: 1 }).toString() },
        Granularity: 'MONTHLY',
        Metrics: ['UnblendedCost'],
        GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
        // The bill knows our tags a day after somebody has switched them on: Billing, Cost allocation tags.
        Filter: { Tags: { Key: 'flora:environment', Values: [context.environment] } },
      }),
    )
    const found = months.map(({ TimePeriod, Groups = [] }) => ({
      month: TimePeriod!.Start!.slice(0, 7),
      services: Groups.map(({ Keys, Metrics }) => ({
        service: Keys![0]!,
        dollars: Number(Metrics!['UnblendedCost']!.Amount),
      }))
        .filter(({ dollars }) => dollars >= 0.005)
        .toSorted((one, other) => other.dollars - one.dollars),
    }))
    const lines = found.flatMap(({ month: name, services }) => [
      `${name}  ${services
        .reduce((sum, { dollars }) => sum + dollars, 0)
        .toFixed(2)
        .padStart(9)} US dollars`,
      ...services.map(({ service, dollars }) => `         ${dollars.toFixed(2).padStart(9)} ${service}`),
    ])
    const none =
      found.every(({ services }) => services.length === 0) &&
      'The bill knows nothing of this environment. Are its tags switched on (Billing, Cost allocation tags: flora:environment)? From then on it takes a day.'
    return { lines: [...(none ? [none] : lines), 'What was foreseen is in docs/costs.md.'], data: found }
  },
}
