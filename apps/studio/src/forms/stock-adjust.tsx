import type { LotId } from '@flora/contract/ids.ts'
import type { AdjustmentReason, StockItemPage } from '@flora/contract/stock-desk.ts'
import { type JSX, useRef, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { SelectField, TextField } from '../components/fields.tsx'
import { NumberField } from '../components/number-fields.tsx'
import { shortDay } from '@flora/calendar/wall-day.ts'
import { moveWords } from '../words/stock.ts'

const reasons: readonly AdjustmentReason[] = [
  'wilted',
  'broken',
  'sold-over-counter',
  'given-away',
  'returned',
  'counted',
]

/** The shelf is not as the count says: how many more or fewer, and why. */
export function AdjustStock({ page, onClose }: { page: StockItemPage; onClose: () => void }): JSX.Element {
  const { item, lots } = page
  const [reason, setReason] = useState<AdjustmentReason>('wilted')
  const [pieces, setPieces] = useState<number>()
  const [lotId, setLotId] = useState<LotId | ''>('')
  const [note, setNote] = useState('')
  const doing = useDo()
  const key = useRef(crypto.randomUUID())
  const params = { itemId: item.id }
  const change = changeOf(reason, { pieces, onHand: item.onHand })
  async function send(): Promise<void> {
    if (change === undefined || change === 0) return
    const body = { key: key.current, change, reason, note, ...(lotId !== '' && { lotId }) }
    const done = await doing.run(async () => {
      const after = await shop.call('POST /stock/items/:itemId/adjustments', { params, body })
      learn('GET /stock/items/:itemId', { params }, after)
    }, `${item.name}: ${moveWords[reason].toLowerCase()}.`)
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`Correct the count of ${item.name}`}
      isOpen
      onClose={onClose}
      does="Correct it"
      doing="Correcting"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={change === undefined || change === 0 ? { ok: false, because: 'Say how many.' } : { ok: true }}
      onSend={() => void send()}
    >
      <SelectField
        label="Why"
        value={reason}
        choices={reasons.map((value) => ({ value, words: moveWords[value] }))}
        onChange={setReason}
      />
      <NumberField
        label={reason === 'counted' ? 'There are' : 'How many'}
        value={pieces}
        min={reason === 'counted' ? 0 : 1}
        max={100_000}
        hint={`The count says ${item.onHand} in the shop.`}
        onChange={setPieces}
      />
      {lots.length > 1 && (
        <SelectField
          label="From which lot"
          value={lotId}
          choices={[
            { value: '', words: 'Those that wilt first' },
            ...lots
              .filter(({ state }) => state === 'usable')
              .map(({ id, arrivedDay, left }) => ({
                value: id as LotId,
                words: `${shortDay(arrivedDay)}, ${left} left`,
              })),
          ]}
          onChange={setLotId}
        />
      )}
      <TextField label="Note" optional maxLength={200} value={note} onChange={setNote} />
    </FormDialog>
  )
}

// Counted anew is said as what lies there; the rest as how many.
function changeOf(
  reason: AdjustmentReason,
  { pieces, onHand }: { pieces: number | undefined; onHand: number },
): number | undefined {
  if (pieces === undefined) return undefined
  if (reason === 'counted') return pieces - onHand
  return reason === 'returned' ? pieces : -pieces
}
