import type { DeskClosure, DeskDay, WindowChoice } from '@flora/contract/delivery-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { JSX } from 'react'
import { shop } from '../../asking/shop.ts'
import { useAsk } from '../../asking/use-ask.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { Refused } from '../../components/trouble.tsx'
import { longDay } from '@flora/calendar/wall-day.ts'

/** What is closed on a day, by its reason, with the way back. */
export function DayClosures({ shown, can }: { shown: DeskDay; can: Permission }): JSX.Element | null {
  const doing = useDo()
  const zones = useAsk('GET /desk/delivery/arrangements', {}).data?.zones ?? []
  if (shown.closures.length === 0) return null
  const nameOf = ({ scope, zoneId, windowId }: DeskClosure): string => {
    if (scope === 'shop') return 'The whole shop'
    if (scope === 'zone') return zones.find(({ id }) => id === zoneId)?.name ?? 'A zone'
    const zone = zones.find(({ windows }) => windows.some(({ id }) => id === windowId))
    return `${zone?.name ?? 'A zone'}, ${zone?.windows.find(({ id }) => id === windowId)?.name ?? 'a window'}`
  }
  return (
    <>
      <ul className="closures">
        {groupsOf(shown.closures).map((closures) => (
          <li key={`${closures[0]!.scope} ${closures[0]!.reason}`}>
            <p>
              <b>{closures[0]!.reason}</b>
              <span className="hint block">{closures.map(nameOf).join('; ')}</span>
            </p>
            <Button
              small
              can={can}
              isBusy={doing.isBusy}
              busy="Opening"
              label={`Open again: ${closures[0]!.reason}`}
              onPress={() =>
                void doing.run(
                  () =>
                    shop.call('POST /desk/delivery/closures/removal', {
                      body: { version: shown.version, days: [shown.day], windows: choiceOf(closures) },
                    }),
                  `Open again on ${longDay(shown.day)}.`,
                )
              }
            >
              Open again
            </Button>
          </li>
        ))}
      </ul>
      <Refused problem={doing.problem} />
    </>
  )
}

// What was closed in one go is opened in one go.
function groupsOf(closures: readonly DeskClosure[]): DeskClosure[][] {
  return Object.values(
    Object.groupBy(closures, ({ scope, reason }) => `${scope} ${reason}`) as Record<string, DeskClosure[]>,
  )
}

function choiceOf(closures: readonly DeskClosure[]): WindowChoice {
  const scope = closures[0]?.scope
  if (scope === 'zone') return { of: 'zones', zoneIds: closures.flatMap(({ zoneId }) => (zoneId ? [zoneId] : [])) }
  if (scope === 'window')
    return { of: 'windows', windowIds: closures.flatMap(({ windowId }) => (windowId ? [windowId] : [])) }
  return { of: 'shop' }
}
