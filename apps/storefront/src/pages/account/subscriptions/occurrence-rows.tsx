import type { Occurrence } from '@flora/contract/subscriptions.ts'
import { type JSX, useState } from 'react'
import { Link } from 'react-router'
import { Refused } from '../../sign-in/refused.tsx'
import { focusSoon } from '../focus.ts'
import { MovePanel } from './move-panel.tsx'
import { lineWords, stateWords, whenWords } from './subscription-words.ts'
import type { SubscriptionDesk } from './use-subscription-desk.ts'

interface OccurrenceRowsProps {
  readonly desk: SubscriptionDesk
  readonly occurrences: readonly Occurrence[]
  readonly nextId: Occurrence['id'] | undefined
  readonly timeZone: string
}

/** The ledger: one line a delivery, with what can be done and until when. */
export function OccurrenceRows({ desk, occurrences, nextId, timeZone }: OccurrenceRowsProps): JSX.Element {
  const [moving, setMoving] = useState<Occurrence['id']>()
  return (
    <table className="occ">
      <thead>
        <tr>
          <th scope="col">Delivery</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="vh">Do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {occurrences.flatMap((one) => [
          <OccurrenceRow
            key={one.id}
            desk={desk}
            occurrence={one}
            isNext={one.id === nextId}
            timeZone={timeZone}
            isMoving={moving === one.id}
            onMove={() => setMoving(moving === one.id ? undefined : one.id)}
          />,
          ...(moving === one.id
            ? [
                <tr key={`${one.id} move`} className="occ-open">
                  <td colSpan={3}>
                    <MovePanel
                      desk={desk}
                      occurrence={one}
                      onFold={() => {
                        setMoving(undefined)
                        focusSoon(`${one.id}-move`)
                      }}
                    />
                  </td>
                </tr>,
              ]
            : []),
        ])}
      </tbody>
    </table>
  )
}

interface OccurrenceRowProps {
  readonly desk: SubscriptionDesk
  readonly occurrence: Occurrence
  readonly isNext: boolean
  readonly timeZone: string
  readonly isMoving: boolean
  readonly onMove: () => void
}

function OccurrenceRow({ desk, occurrence, isNext, timeZone, isMoving, onMove }: OccurrenceRowProps): JSX.Element {
  const { id, state, orderLink } = occurrence
  const when = whenWords(occurrence)
  const isOff = state === 'skipped' || state === 'failed' || state === 'cancelled' || state === 'could-not'
  return (
    <tr className={isNext ? 'is-next' : undefined}>
      <th scope="row">{isOff ? <s>{lineWords(occurrence)}</s> : lineWords(occurrence)}</th>
      <td>
        {stateWords(occurrence, { timeZone, isGift: desk.subscription.gift !== undefined })}
        {orderLink !== undefined && (
          <>
            {' '}
            <Link to={`/order/${orderLink}`}>
              {occurrence.payUntil === undefined ? 'Its order' : 'Pay it now'}
              <span className="vh">, {when}</span>
            </Link>
          </>
        )}
        {desk.what === id && <Refused asking={desk.asking} opening="Not done." />}
      </td>
      <td className="occ-acts">
        <Acts desk={desk} occurrence={occurrence} when={when} isMoving={isMoving} onMove={onMove} />
      </td>
    </tr>
  )
}

type ActsProps = Pick<OccurrenceRowProps, 'desk' | 'occurrence' | 'isMoving' | 'onMove'> & { readonly when: string }

// What a line's state asks for; whether it may be done, and why not, is the shop's word.
function Acts({ desk, occurrence, when, isMoving, onMove }: ActsProps): JSX.Element | null {
  const { id, state, can } = occurrence
  const { own } = desk.road
  const isBusy = desk.what === id && desk.asking.kind === 'busy'
  if (state === 'skipped' && own !== undefined) {
    return (
      <div>
        <ActButton
          id={`${id}-unskip`}
          may={can.unskip}
          label="Un-skip"
          when={when}
          isBusy={isBusy}
          onPress={() => {
            void desk.act(id, () => own.unskip(id), 'Back in.')
            focusSoon(`${id}-skip`)
          }}
        />
        <Why id={`${id}-unskip`} may={can.unskip} />
      </div>
    )
  }
  if (state !== 'planned') return null
  const sameNo = !can.skip.ok && !can.move.ok && can.skip.because === can.move.because
  return (
    <div>
      <ActButton
        id={`${id}-skip`}
        may={can.skip}
        {...(sameNo && { whyId: `${id}-move-why` })}
        label="Skip"
        when={when}
        isBusy={isBusy}
        onPress={async () => {
          if (await desk.act(id, (road) => road.skip(id), 'Skipped.')) focusSoon(`${id}-unskip`)
        }}
      />
      <ActButton
        id={`${id}-move`}
        may={can.move}
        label="Move"
        when={when}
        isBusy={false}
        isOpen={isMoving}
        onPress={onMove}
      />
      {!sameNo && <Why id={`${id}-skip`} may={can.skip} />}
      <Why id={`${id}-move`} may={can.move} />
    </div>
  )
}

interface ActButtonProps {
  readonly id: string
  readonly may: Occurrence['can']['skip']
  /** Where the reason stands, when it is another button's too. */
  readonly whyId?: string
  readonly label: string
  readonly when: string
  readonly isBusy: boolean
  readonly isOpen?: boolean
  readonly onPress: () => unknown
}

function ActButton({ id, may, whyId, label, when, isBusy, isOpen, onPress }: ActButtonProps): JSX.Element {
  return (
    <button
      type="button"
      id={id}
      className={may.ok ? 'btn btn-line btn-s' : 'btn btn-s'}
      aria-busy={isBusy}
      aria-expanded={isOpen}
      aria-disabled={!may.ok}
      aria-describedby={may.ok ? undefined : (whyId ?? `${id}-why`)}
      onClick={() => may.ok && onPress()}
    >
      {label}
      <span className="vh"> {when}</span>
    </button>
  )
}

function Why({ id, may }: { id: string; may: Occurrence['can']['skip'] }): JSX.Element | null {
  if (may.ok) return null
  return (
    <span className="why" id={`${id}-why`}>
      {may.because}
    </span>
  )
}
