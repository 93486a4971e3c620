import type { ChangeQuote, Settlement } from '@flora/contract/desk-order.ts'
import { negative } from '@flora/money/money.ts'
import type { JSX } from 'react'
import { ChoiceCards, TextField } from '../components/fields.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { inSum } from '../words/money.ts'

interface DifferenceProps {
  readonly terms: ChangeQuote
  readonly way: Settlement | undefined
  readonly reason: string
  readonly onWay: (way: Settlement) => void
  readonly onReason: (reason: string) => void
}

const wayWords: Record<Settlement, { readonly words: string; readonly note: string }> = {
  none: { words: 'Nothing changes hands', note: 'It costs the same' },
  due: { words: 'To be paid in the shop', note: 'The order shows it as due until it is taken' },
  refund: { words: 'Give it back', note: 'The way it was paid' },
  waive: { words: 'Leave it', note: 'With a reason, for the books' },
}

/** What a change costs or saves, and what becomes of it. */
export function Difference({ terms, way, reason, onWay, onReason }: DifferenceProps): JSX.Element {
  const { was, becomes, difference, settle, obstacle } = terms
  return (
    <>
      <dl className="lines" role="status">
        <div>
          <dt>
            Was: {shortDay(was.day)}, {was.window.name}, {was.zone.name}
          </dt>
          <dd>{inSum(was.price)}</dd>
        </div>
        {becomes && (
          <div>
            <dt>
              Then: {shortDay(becomes.day)}, {becomes.window.name}, {becomes.zone.name}
            </dt>
            <dd>{inSum(becomes.price)}</dd>
          </div>
        )}
        {difference.minor !== 0 && (
          <div className="total">
            <dt>{difference.minor > 0 ? 'Dearer by' : 'Cheaper by'}</dt>
            <dd>{inSum(difference.minor > 0 ? difference : negative(difference))}</dd>
          </div>
        )}
      </dl>
      {obstacle && <p className="error">{obstacle.message}</p>}
      {difference.minor !== 0 && settle.length > 0 && (
        <ChoiceCards
          legend="The difference"
          value={way}
          onChange={onWay}
          columns
          choices={settle.map(({ way: one, may }) => ({
            value: one,
            ...wayWords[one],
            because: may.ok ? undefined : may.because,
          }))}
        />
      )}
      {way === 'waive' && difference.minor !== 0 && (
        <TextField label="Why it is left" value={reason} maxLength={300} onChange={onReason} />
      )}
    </>
  )
}
