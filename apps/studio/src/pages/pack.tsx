import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CardLayout, DayPack } from '@flora/contract/fulfilment.ts'
import { type JSX, useState } from 'react'
import { Link } from 'react-router'
import { useLiveDay } from '../asking/live.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDay } from '../asking/use-day.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { DaySteps } from '../components/day-steps.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Refused } from '../components/trouble.tsx'
import { Views } from '../components/views.tsx'
import { usePrinting } from '../forms/day-pack-print.tsx'
import { count } from '../words/counts.ts'
import { longDay } from '@flora/calendar/wall-day.ts'
import { Bouquets } from './pack/bouquets.tsx'
import { Papers } from './pack/papers.tsx'
import { Prints, SinceLastPrint } from './pack/prints.tsx'

/** The papers of a day: printed in one press, or one by one. */
export function Component(): JSX.Element {
  const { day, today, choose } = useDay()
  const answer = useAsk('GET /fulfilment/days/:day/pack', day === undefined ? undefined : { params: { day } })
  useLiveDay(day)
  if (day === undefined || today === undefined) return <Bones lines={8} />
  return (
    <>
      <PageHeader
        tab="Day pack"
        title={longDay(day)}
        lead={answer.data && leadOf(answer.data)}
        views={<PackViews day={day} today={today} />}
      >
        <DaySteps day={day} today={today} onChange={choose} />
      </PageHeader>
      <Answered answer={answer}>{(pack) => <Pack key={pack.day} pack={pack} />}</Answered>
    </>
  )
}

/** Papers, runs and what to buy belong together: they are the morning. */
export function PackViews({ day, today }: { day: ShopDay; today: ShopDay }): JSX.Element {
  const search = day === today ? '' : `?day=${day}`
  return (
    <Views
      label="The day’s papers"
      views={[
        { to: `/pack${search}`, words: 'Papers' },
        { to: `/runs${search}`, words: 'Runs' },
        { to: `/pack/buying-list?from=${day}&until=${day}`, words: 'Buying list' },
      ]}
    />
  )
}

function Pack({ pack }: { pack: DayPack }): JSX.Element {
  const [cards, setCards] = useState<CardLayout>('two-up')
  const printing = usePrinting(pack.day)
  return (
    <>
      <div className="print-now">
        <Button
          kind="ink"
          can={pack.can.print}
          isBusy={printing.doing.isBusy}
          busy="Printing"
          note={pack.cards.frozen < pack.cards.all ? 'Fixes the words of the cards' : undefined}
          onPress={() => void printing.print({ part: 'whole', cards })}
        >
          Print the whole pack
        </Button>
        <Refused problem={printing.doing.problem} />
      </div>
      {pack.cards.tooLong.length > 0 && (
        <div className="banner butter" role="status">
          <p>
            <b>{count(pack.cards.tooLong.length, 'card')} too long.</b> {pack.cards.tooLong.join(', ')}: shorten them in
            the order, or they are cut.
          </p>
        </div>
      )}
      {pack.withoutRun > 0 && (
        <div className="banner sky" role="status">
          <p>
            <b>{count(pack.withoutRun, 'stop has', 'stops have')} no run yet,</b> so no run sheet names them.{' '}
            <Link to={`/runs?day=${pack.day}`}>Plan the runs</Link>.
          </p>
        </div>
      )}
      <SinceLastPrint pack={pack} printing={printing} cards={cards} />
      <div className="two">
        <Bouquets pack={pack} />
        <div>
          <Papers pack={pack} printing={printing} cards={cards} onCards={setCards} />
          <Prints pack={pack} />
        </div>
      </div>
    </>
  )
}

function leadOf({ deliveries, orders, benchMinutes, cards }: DayPack): string {
  return `${count(deliveries, 'delivery', 'deliveries')} of ${count(orders, 'order')}, ${benchMinutes} bench minutes, ${count(cards.all, 'card')} to print.`
}
