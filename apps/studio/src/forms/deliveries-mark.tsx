import type { DeliveryCard, Markable } from '@flora/contract/day-board.ts'
import type { JSX } from 'react'
import { useState } from 'react'
import { askAgain } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { type Doing, useDo } from '../asking/use-do.ts'
import { Button } from '../components/button.tsx'
import { Refused } from '../components/trouble.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { toldWords } from '../words/steps.ts'

/** What is known of a delivery where it is marked. */
export type Marked = Pick<DeliveryCard, 'deliveryId' | 'number' | 'status' | 'moves'>

export interface Marking {
  readonly doing: Doing
  /** Which were refused last time, and why. */
  readonly refused: readonly { readonly number: string; readonly because: string }[]
  readonly mark: (cards: readonly Marked[], to: Markable) => Promise<void>
  readonly forget: () => void
}

/** Marks deliveries, one or many. What may not be marked says why; what was marked by mistake is taken back by the toast. */
export function useMarking(): Marking {
  const doing = useDo()
  const [refused, setRefused] = useState<Marking['refused']>([])

  async function mark(cards: readonly Marked[], to: Markable): Promise<void> {
    setRefused([])
    await doing.run(async () => {
      const numberOf = new Map(cards.map(({ deliveryId, number }) => [deliveryId, number]))
      const { results } = await shop.call('POST /desk/deliveries/status', {
        body: { deliveryIds: cards.map(({ deliveryId }) => deliveryId), to },
      })
      setRefused(
        results.flatMap((result) =>
          result.outcome === 'refused'
            ? [{ number: numberOf.get(result.deliveryId) ?? result.deliveryId, because: result.because }]
            : [],
        ),
      )
      const marked = new Set(results.flatMap(({ outcome, deliveryId }) => (outcome === 'marked' ? [deliveryId] : [])))
      tell(
        cards.filter(({ deliveryId }) => marked.has(deliveryId)),
        to,
      )
    })
  }
  return { doing, refused, mark, forget: () => setRefused([]) }
}

function tell(cards: readonly Marked[], to: Markable): void {
  if (cards.length === 0) return
  const words = toldWords(
    cards.map(({ number }) => number),
    to,
  )
  const before = new Set(cards.map(({ status }) => status))
  const back = before.size === 1 ? [...before][0] : undefined
  // Letters that have gone to buyers cannot be taken back, and what was pending was not ours to mark.
  const isTakenBack = back !== undefined && isMarkable(back) && to !== 'OUT_FOR_DELIVERY' && to !== 'DELIVERED'
  toast({
    words,
    ...(isTakenBack && {
      undo: {
        label: 'Undo',
        run: () =>
          void shop
            .call('POST /desk/deliveries/status', {
              body: { deliveryIds: cards.map(({ deliveryId }) => deliveryId), to: back },
            })
            .then(({ results }) => {
              const no = results.find((result) => result.outcome === 'refused')
              if (no?.outcome === 'refused') toast({ words: no.because })
            })
            .finally(() => askAgain()),
      },
    }),
  })
}

function isMarkable(status: DeliveryCard['status']): status is Markable {
  return status !== 'PENDING' && status !== 'CANCELLED' && status !== 'REFUNDED'
}

/** The no to marking, at the head of the page where it was tried. */
export function MarkingNews({ marking }: { marking: Marking }): JSX.Element {
  const { refused, doing } = marking
  return (
    <>
      <Refused problem={doing.problem} />
      <div role="alert">
        {refused.length > 0 && (
          <div className="banner butter">
            <div>
              <b>{refused.length === 1 ? 'One was not marked.' : `${refused.length} were not marked.`}</b>
              <ul>
                {refused.map(({ number, because }) => (
                  <li key={number}>
                    {number}: {because}
                  </li>
                ))}
              </ul>
            </div>
            <Button small onPress={marking.forget}>
              All right
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
