import type { DeliveryArrangements, DeskSurge } from '@flora/contract/delivery-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useState } from 'react'
import { Link } from 'react-router'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { SaySurge } from '../../forms/surge-say.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { longDayAndYear, shortDayAndYear } from '../../words/days.ts'
import { inProse } from '../../words/money.ts'

interface StandingProps {
  readonly arrangements: DeliveryArrangements
  readonly can: Permission
}

/** Surges and closures that are still to come. */
export function Standing({ arrangements, can }: StandingProps): JSX.Element {
  return (
    <div className="columns">
      <Surges arrangements={arrangements} can={can} />
      <Section title="Closed days to come">
        <ul className="standing">
          {closedDays(arrangements).map(({ day, words }) => (
            <li key={day}>
              <p>
                <Link to={`/delivery?month=${day.slice(0, 7)}&day=${day}`}>
                  <b>{longDayAndYear(day)}</b>
                </Link>
                <span className="hint block">{words}</span>
              </p>
            </li>
          ))}
          {arrangements.closures.length === 0 && <li className="soft">None.</li>}
        </ul>
      </Section>
    </div>
  )
}

function Surges({ arrangements, can }: StandingProps): JSX.Element {
  const [open, setOpen] = useState<DeskSurge>()
  const doing = useDo()
  const { surges, version } = arrangements
  return (
    <Section title="Surge days to come">
      <ul className="standing">
        {surges.map((surge) => (
          <li key={surge.id}>
            <p>
              <b>{surge.name}</b>, {inProse(surge.fee)} more
              <span className="hint block">
                {surge.from === surge.until
                  ? longDayAndYear(surge.from)
                  : `${shortDay(surge.from)} to ${shortDayAndYear(surge.until)}`}
              </span>
            </p>
            <span className="head-acts">
              <Button small can={can} label={`Change ${surge.name}`} onPress={() => setOpen(surge)}>
                Change
              </Button>
              <Button
                small
                kind="text"
                can={can}
                isBusy={doing.isBusy}
                label={`Remove ${surge.name}`}
                onPress={() =>
                  void doing.run(
                    () =>
                      shop.call('POST /desk/delivery/surges/:surgeId/removal', {
                        params: { surgeId: surge.id },
                        body: { version },
                      }),
                    `${surge.name} is gone. Orders that were placed keep their fee.`,
                  )
                }
              >
                Remove
              </Button>
            </span>
          </li>
        ))}
        {surges.length === 0 && <li className="soft">None.</li>}
      </ul>
      <Refused problem={doing.problem} />
      {open && <SaySurge version={version} surge={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function closedDays({
  closures,
  zones,
}: DeliveryArrangements): { day: (typeof closures)[number]['day']; words: string }[] {
  const days = Object.groupBy(closures, ({ day }) => day)
  return Object.values(days)
    .flatMap((all) => (all?.[0] ? [{ day: all[0].day, all }] : []))
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ day, all }) => ({
      day,
      words: [...new Set(all.map((closure) => `${whatOf(closure, zones)}: ${closure.reason}`))].join('; '),
    }))
}

function whatOf(closure: DeliveryArrangements['closures'][number], zones: DeliveryArrangements['zones']): string {
  if (closure.scope === 'shop') return 'The shop'
  if (closure.scope === 'zone') return zones.find(({ id }) => id === closure.zoneId)?.name ?? 'A zone'
  return 'Some windows'
}
