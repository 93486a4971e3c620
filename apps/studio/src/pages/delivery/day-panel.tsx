import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeskDay } from '@flora/contract/delivery-desk.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useState } from 'react'
import { Link } from 'react-router'
import { learn } from '../../asking/answers.ts'
import { shop } from '../../asking/shop.ts'
import { useAsk } from '../../asking/use-ask.ts'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Answered } from '../../components/answered.tsx'
import { Button } from '../../components/button.tsx'
import { MeterLine } from '../../components/meters.tsx'
import { NumberField } from '../../components/number-fields.tsx'
import { Refused } from '../../components/trouble.tsx'
import { CloseDays } from '../../forms/days-close.tsx'
import { SaySurge } from '../../forms/surge-say.tsx'
import { count } from '../../words/counts.ts'
import { longDay } from '@flora/calendar/wall-day.ts'
import { inProse } from '../../words/money.ts'
import { minutesWords, momentWords } from '@flora/calendar/wall-time.ts'
import { DayClosures } from './day-closures.tsx'
import { DayWindows } from './day-windows.tsx'
import { DeliveryRefusal } from './delivery-refusal.tsx'
import { otherNo, useDeliveryChange } from './use-delivery-change.ts'

interface DayPanelProps {
  readonly day: ShopDay
  readonly can: Permission
}

/** One day: its windows with their places, the bench, what is closed, what it costs more. */
export function DayPanel({ day, can }: DayPanelProps): JSX.Element {
  const answer = useAsk('GET /desk/delivery/days/:day', { params: { day } })
  return (
    <div className="panel">
      <h2>{longDay(day)}</h2>
      <Answered answer={answer}>
        {(shown) => (shown.day === day ? <TheDay key={day} shown={shown} can={can} /> : null)}
      </Answered>
    </div>
  )
}

/** What is typed: null is as usual again, absent is untouched. */
export interface TypedDay {
  readonly places?: number | null
  readonly benchMinutes?: number | null
  readonly windows: Readonly<Partial<Record<WindowId, number | null>>>
}

const untouched: TypedDay = { windows: {} }

function TheDay({ shown, can }: { shown: DeskDay; can: Permission }): JSX.Element {
  const [typed, setTyped] = useState<TypedDay>(untouched)
  const [open, setOpen] = useState<'close' | 'surge'>()
  const isTouched = JSON.stringify(typed) !== JSON.stringify(untouched)
  const doing = useDeliveryChange(shown.version, isTouched)
  const may: Permission = shown.isPast ? { ok: false, because: 'That day is over.' } : can
  const type = (part: Partial<TypedDay>): void => {
    doing.touched()
    setTyped((before) => ({ ...before, ...part }))
  }
  async function save(): Promise<void> {
    const { windows, ...day } = typed
    const body = {
      ...day,
      windows: Object.entries(windows).map(([windowId, places]) => ({
        windowId: windowId as WindowId,
        places: places ?? null,
      })),
    }
    const params = { day: shown.day }
    const done = await doing.change(
      async (from, knowing) => {
        const after = await shop.call('PATCH /desk/delivery/days/:day', {
          params,
          body: { ...from, ...knowing, ...body },
        })
        learn('GET /desk/delivery/days/:day', { params }, after)
      },
      `${longDay(shown.day)} is saved.`,
    )
    if (done) setTyped(untouched)
  }
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (may.ok && isTouched) void save()
        }}
      >
        <DaySays shown={shown} can={may} onOpen={setOpen} />
        <WholeDay shown={shown} typed={typed} type={type} isOff={!may.ok} />
        <DayWindows shown={shown} typed={typed} type={type} isOff={!may.ok} />
        <DeliveryRefusal doing={doing} />
        <Refused problem={otherNo(doing.problem)} />
        <DaySave
          can={may}
          isTouched={isTouched}
          isBusy={doing.isBusy}
          onDiscard={() => {
            doing.touched()
            setTyped(untouched)
          }}
        />
      </form>
      <Changes shown={shown} />
      {open === 'close' && <CloseDays version={shown.version} day={shown.day} onClose={() => setOpen(undefined)} />}
      {open === 'surge' && <SaySurge version={shown.version} day={shown.day} onClose={() => setOpen(undefined)} />}
    </>
  )
}

export interface TypedDayProps {
  readonly shown: DeskDay
  readonly typed: TypedDay
  readonly type: (part: Partial<TypedDay>) => void
  readonly isOff: boolean
}

interface DaySaysProps extends Pick<TypedDayProps, 'shown'> {
  readonly can: Permission
  readonly onOpen: (form: 'close' | 'surge') => void
}

function DaySays({ shown, can, onOpen }: DaySaysProps): JSX.Element {
  return (
    <>
      {!shown.open && <p className="panel-why">{shown.closedBecause ?? 'Closed.'}</p>}
      <DayClosures shown={shown} can={can} />
      <p className="soft">
        {shown.surge === undefined
          ? 'No surge.'
          : `${shown.surge.name}: each delivery costs ${inProse(shown.surge.fee)} more.`}{' '}
        {count(shown.orders, 'order')} to deliver. <Link to={`/board?day=${shown.day}`}>See them</Link>
      </p>
      {can.ok && (
        <p className="head-acts">
          <Button small onPress={() => onOpen('close')}>
            Close this day or its windows
          </Button>
          {shown.surge === undefined && (
            <Button small onPress={() => onOpen('surge')}>
              Make it a surge day
            </Button>
          )}
        </p>
      )}
    </>
  )
}

interface DaySaveProps {
  readonly can: Permission
  readonly isTouched: boolean
  readonly isBusy: boolean
  readonly onDiscard: () => void
}

function DaySave({ can, isTouched, isBusy, onDiscard }: DaySaveProps): JSX.Element {
  return (
    <div className={isTouched ? 'panel-save is-on' : 'panel-save'}>
      <Button
        type="submit"
        kind="ink"
        isBusy={isBusy}
        busy="Saving"
        can={can.ok && !isTouched ? { ok: false, because: 'Nothing is changed.' } : can}
      >
        Save day
      </Button>
      {isTouched && (
        <Button kind="text" onPress={onDiscard}>
          Discard
        </Button>
      )}
    </div>
  )
}

function WholeDay({ shown, typed, type, isOff }: TypedDayProps): JSX.Element {
  const { places, benchMinutes, usualBenchMinutes, ownBenchMinutes } = shown
  const bench = typed.benchMinutes === undefined ? benchMinutes.capacity : (typed.benchMinutes ?? usualBenchMinutes)
  return (
    <>
      <div className="fields">
        <NumberField
          label="Places"
          span="f3"
          value={typed.places === undefined ? places.capacity : (typed.places ?? undefined)}
          max={5_000}
          isOff={isOff}
          hint={`${places.taken} taken. Shared out over the windows.`}
          onChange={(value) => type({ places: value ?? null })}
        />
        <NumberField
          label="Bench minutes"
          span="f3"
          value={bench}
          max={100_000}
          isOff={isOff}
          hint={
            ownBenchMinutes === undefined
              ? `Usual for such a day.`
              : `Usually ${minutesWords(usualBenchMinutes)}. Empty: as usual.`
          }
          onChange={(value) => type({ benchMinutes: value ?? null })}
        />
      </div>
      <MeterLine name="Bench" taken={benchMinutes.taken} of={benchMinutes.capacity} note="Nobody" what="minutes" />
    </>
  )
}

function Changes({ shown }: { shown: DeskDay }): JSX.Element | null {
  const clock = useShopClock()
  if (shown.changes.length === 0) return null
  return (
    <details className="changes">
      <summary>{count(shown.changes.length, 'change')} to this day</summary>
      <ul>
        {shown.changes.map(({ version, at, who, what }) => (
          <li key={version}>
            {what}
            <span className="hint block">
              {who}, {momentWords(at, clock)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
