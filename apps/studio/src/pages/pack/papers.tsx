import type { CardLayout, DayPack, PackPart } from '@flora/contract/fulfilment.ts'
import type { JSX } from 'react'
import { Button } from '../../components/button.tsx'
import { ChoiceCards } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import type { Printing } from '../../forms/day-pack-print.tsx'
import { paperWords } from '../../words/papers.ts'

const parts: readonly PackPart[] = ['bouquets', 'work-sheets', 'cards', 'labels', 'run-sheets', 'buying-list']

interface PapersProps {
  readonly pack: DayPack
  readonly printing: Printing
  readonly cards: CardLayout
  readonly onCards: (cards: CardLayout) => void
}

/** Each paper by itself: a look at it, which changes nothing, or its print. */
export function Papers({ pack, printing, cards, onCards }: PapersProps): JSX.Element {
  return (
    <Section title="One by one">
      <ul className="papers">
        {parts.map((part) => (
          <li key={part}>
            <div>
              <b>{paperWords[part].words}</b>
              <span className="hint block">{paperWords[part].note}</span>
            </div>
            <a
              className="btn btn-text btn-xs"
              href={`/api/fulfilment/days/${pack.day}/pack/${part}.pdf?cards=${cards}`}
              target="_blank"
              rel="noreferrer"
              aria-label={`Look at ${paperWords[part].words}`}
            >
              Look
            </a>
            <Button
              small
              isBusy={printing.doing.isBusy}
              label={`Print ${paperWords[part].words}`}
              can={pack.can.print.ok ? undefined : pack.can.print}
              onPress={() => void printing.print({ part, cards })}
            >
              Print
            </Button>
          </li>
        ))}
      </ul>
      <ChoiceCards
        legend="Gift cards"
        value={cards}
        onChange={onCards}
        choices={[
          { value: 'two-up', words: 'Two to a page', note: 'A4, cut by hand' },
          { value: 'single', words: 'One to a page', note: 'Pre-cut card, 88 × 125 mm' },
        ]}
      />
    </Section>
  )
}
