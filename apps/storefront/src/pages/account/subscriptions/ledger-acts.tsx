import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useRef, useState } from 'react'
import { cents } from '../../../words/money.ts'
import { focusSoon } from '../focus.ts'
import { Question, type QuestionHandle } from '../question.tsx'
import { BouquetPanel } from './bouquet-panel.tsx'
import { DoorPanel } from './door-panel.tsx'
import { CardPanel, type PanelProps, PausePanel, RhythmPanel } from './panels.tsx'
import type { SubscriptionDesk } from './use-subscription-desk.ts'

interface LedgerActsProps {
  readonly desk: SubscriptionDesk
  readonly today: ShopDay
  readonly cards: readonly SavedCard[]
  readonly onCards: (cards: readonly SavedCard[]) => void
}

type Panel = 'pause' | 'bouquet' | 'door' | 'rhythm' | 'card'

/** What can be done with the whole of it: a button each, its form opened in place. */
export function LedgerActs({ desk, today, cards, onCards }: LedgerActsProps): JSX.Element {
  const { id, can, kind, state } = desk.subscription
  const { own } = desk.road
  const [open, setOpen] = useState<Panel>()
  const question = useRef<QuestionHandle>(null)
  function fold(): void {
    focusSoon(`${id}-${open}`)
    setOpen(undefined)
  }
  const opener = (panel: Panel, label: string, may: Permission): JSX.Element => (
    <Act
      id={`${id}-${panel}`}
      label={label}
      may={may}
      isOpen={open === panel}
      onPress={() => setOpen(open === panel ? undefined : panel)}
    />
  )
  const panel: PanelProps = { desk, today, onFold: fold }
  return (
    <>
      <div className="sub-acts">
        {own !== undefined && state === 'paused' && (
          <Act
            id={`${id}-resume`}
            label="End the pause"
            may={can.resume}
            isBusy={desk.what === 'resume' && desk.asking.kind === 'busy'}
            onPress={async () => {
              if (await desk.act('resume', own.resume, 'It goes on.')) focusSoon(`${id}-pause`)
            }}
          />
        )}
        {own !== undefined &&
          opener('pause', state === 'paused' ? 'Move the pause’s end' : 'Pause until a date', can.pause)}
        {own !== undefined && opener('bouquet', 'Change bouquet', can.change)}
        {opener('door', 'Change address', can.change)}
        {own !== undefined && opener('rhythm', kind === 'surprise' ? 'Rule out days' : 'Change rhythm', can.change)}
        {own !== undefined && opener('card', 'Change card', can.change)}
        <Act
          id={`${id}-cancel`}
          label={cancelLabel(desk)}
          may={can.cancel}
          isQuiet
          onPress={() => question.current?.ask()}
        />
      </div>
      {open === 'pause' && <PausePanel {...panel} />}
      {open === 'bouquet' && <BouquetPanel {...panel} />}
      {open === 'door' && <DoorPanel {...panel} />}
      {open === 'rhythm' && <RhythmPanel {...panel} />}
      {open === 'card' && <CardPanel {...panel} cards={cards} onCards={onCards} />}
      <CancelQuestion desk={desk} ref={question} />
    </>
  )
}

function cancelLabel({ subscription: { gift } }: SubscriptionDesk): string {
  return gift === undefined ? 'Cancel subscription' : 'End the gift'
}

function CancelQuestion({
  desk,
  ref,
}: {
  desk: SubscriptionDesk
  ref: React.RefObject<QuestionHandle | null>
}): JSX.Element {
  const { gift, product } = desk.subscription
  async function cancel(): Promise<void> {
    if (await desk.act('cancel', (road) => road.cancel(), 'Ended.')) ref.current?.close()
  }
  return (
    <Question
      ref={ref}
      question={gift === undefined ? `End ${product.name}?` : 'End this gift?'}
      answers={{ act: 'End it', acting: 'Ending it', keep: 'Keep it' }}
      asking={desk.what === 'cancel' ? desk.asking : { kind: 'ready' }}
      onAct={cancel}
    >
      {gift === undefined ? (
        <p>No questions. A delivery whose last change has passed still comes, and is the last.</p>
      ) : (
        <p>
          What can still be stopped doesn’t come, and {cents(gift.refundable)} goes back to the card that paid. A
          delivery whose last change has passed still comes.
        </p>
      )}
    </Question>
  )
}

interface ActProps {
  readonly id: string
  readonly label: string
  readonly may: Permission
  readonly isOpen?: boolean
  readonly isBusy?: boolean
  readonly isQuiet?: boolean
  readonly onPress: () => unknown
}

// A button that may not be pressed says why, and stays in reach of the keyboard.
function Act({ id, label, may, isOpen, isBusy, isQuiet, onPress }: ActProps): JSX.Element {
  return (
    <div>
      <button
        type="button"
        id={id}
        className={may.ok ? (isQuiet ? 'btn btn-text' : 'btn btn-line') : 'btn'}
        aria-expanded={isOpen}
        aria-busy={isBusy}
        aria-disabled={!may.ok}
        aria-describedby={may.ok ? undefined : `${id}-why`}
        onClick={() => may.ok && onPress()}
      >
        {label}
      </button>
      {!may.ok && (
        <span className="why" id={`${id}-why`}>
          {may.because}
        </span>
      )}
    </div>
  )
}
