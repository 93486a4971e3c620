import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import { type JSX, useRef, useState } from 'react'
import { daysLater } from '@flora/calendar/wall-day.ts'
import { useShop } from '../../../components/shell.tsx'
import { CardChoice, type CardChoiceHandle } from '../../../components/subscription/card-choice.tsx'
import { DayField } from '../../../components/subscription/day-field.tsx'
import { ExcludedDays } from '../../../components/subscription/excluded-days.tsx'
import { FrequencyChoices } from '../../../components/subscription/frequency-choices.tsx'
import { useOffers } from '../../../components/subscription/use-offers.ts'
import { ChangePanel } from './change-panel.tsx'
import type { SubscriptionDesk } from './use-subscription-desk.ts'

export interface PanelProps {
  readonly desk: SubscriptionDesk
  readonly today: ShopDay
  /** Folds the panel: it was done, or left. */
  readonly onFold: () => void
}

/** No deliveries until a day; then it goes on by itself. */
export function PausePanel({ desk, today, onFold }: PanelProps): JSX.Element {
  const { subscription } = desk
  const [until, setUntil] = useState<string>(subscription.pausedUntil ?? daysLater(today, 28))
  const [fault, setFault] = useState<string>()
  async function pause(): Promise<void> {
    if (until === '') return setFault('Please choose a day.')
    setFault(undefined)
    const { own } = desk.road
    if (own === undefined) return
    if (await desk.act('pause', () => own.pause(until as ShopDay), 'Paused. It goes on by itself.')) onFold()
  }
  return (
    <ChangePanel
      desk={desk}
      what="pause"
      heading="Pause until a date"
      act="Pause it"
      acting="Pausing it"
      onAct={pause}
      onLeave={onFold}
    >
      <DayField
        id={`${subscription.id}-until`}
        label="It goes on from"
        value={until}
        from={daysLater(today, 1)}
        fault={fault}
        hint="Deliveries before that day are skipped, if they are still yours to change. You can end the pause at any time."
        onChange={setUntil}
      />
    </ChangePanel>
  )
}

/** How often; and for a surprise, the days it must keep away from. */
export function RhythmPanel({ desk, today, onFold }: PanelProps): JSX.Element {
  const { id, kind, frequency, plan } = desk.subscription
  const { offers, because } = useOffers()
  const [chosen, setChosen] = useState(frequency)
  const [excluded, setExcluded] = useState({
    excludedWeekdays: plan.excludedWeekdays,
    excludedDays: plan.excludedDays,
  })
  async function change(): Promise<void> {
    const body = {
      ...(chosen !== frequency && { frequency: chosen }),
      ...(kind === 'surprise' && { plan: excluded }),
    }
    if (await desk.change('rhythm', body, 'Changed.')) onFold()
  }
  return (
    <ChangePanel
      desk={desk}
      what="rhythm"
      heading={kind === 'surprise' ? 'How often, and which days not' : 'How often'}
      act="Change it"
      acting="Changing it"
      onAct={change}
      onLeave={onFold}
    >
      {because !== undefined && (
        <p className="error" role="alert">
          {because}
        </p>
      )}
      <FrequencyChoices
        name={`${id}-often`}
        kind={kind}
        rhythms={offers?.rhythms ?? [{ frequency, kinds: [kind] }]}
        value={chosen}
        onChoose={setChosen}
      />
      {kind === 'surprise' && <ExcludedDays part={id} excluded={excluded} today={today} onChange={setExcluded} />}
    </ChangePanel>
  )
}

interface CardPanelProps extends PanelProps {
  readonly cards: readonly SavedCard[]
  readonly onCards: (cards: readonly SavedCard[]) => void
}

/** Another card pays from now on. What could not be charged is tried with it at once. */
export function CardPanel({ desk, cards, onCards, onFold }: CardPanelProps): JSX.Element | null {
  const payments = useShop()?.facts.payments
  const choice = useRef<CardChoiceHandle>(null)
  const [isKeeping, setKeeping] = useState(false)
  const [because, setBecause] = useState<string>()
  if (payments === undefined) return null
  async function change(): Promise<void> {
    setKeeping(true)
    setBecause(undefined)
    try {
      const cardId = await choice.current?.card()
      if (cardId !== undefined && (await desk.change('card', { cardId }, 'That card pays from now on.'))) onFold()
    } catch (error) {
      setBecause(error instanceof Error ? error.message : 'The payment service did not answer.')
    } finally {
      setKeeping(false)
    }
  }
  return (
    <ChangePanel
      desk={desk}
      what="card"
      heading="Which card pays"
      act="Pay with this card"
      acting="Asking your bank"
      onAct={change}
      onLeave={onFold}
    >
      <CardChoice
        payments={payments}
        cards={cards}
        chosen={desk.subscription.cardId}
        busy={isKeeping}
        onCards={onCards}
        ref={choice}
      />
      {because !== undefined && (
        <p className="error" role="alert">
          {because}
        </p>
      )}
      <p className="hint">Nothing is charged now, unless a delivery waits for its money.</p>
    </ChangePanel>
  )
}
