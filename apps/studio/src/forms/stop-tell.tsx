import { type JSX, useState } from 'react'
import { FormDialog } from '../components/dialog.tsx'
import { ChoiceCards, Field, LongTextField, TextField } from '../components/fields.tsx'
import type { Said } from '../pages/driver/stop-now.tsx'
import { nextWords } from '../words/outcomes.ts'

interface TellStopProps {
  readonly outcome: 'with-neighbour' | 'nobody-home'
  /** The recipient's. */
  readonly name: string
  readonly isBusy: boolean
  readonly onTell: (said: Said) => void
  readonly onClose: () => void
}

type Next = keyof typeof nextWords

/** Left with somebody, or nobody home: what else the shop and the buyer must know. */
export function TellStop({ outcome, name, isBusy, onTell, onClose }: TellStopProps): JSX.Element {
  const [where, setWhere] = useState('')
  const [note, setNote] = useState('')
  const [next, setNext] = useState<Next>()
  const [photo, setPhoto] = useState<Blob>()
  const isNeighbour = outcome === 'with-neighbour'
  const missing = isNeighbour
    ? where.trim() === '' && 'Say with whom or where.'
    : next === undefined && 'Say what happens next.'
  return (
    <FormDialog
      title={isNeighbour ? 'Left with a neighbour' : `${name} is not home`}
      isOpen
      onClose={onClose}
      does={isNeighbour ? 'Left there' : 'Nobody home'}
      doing="Keeping it"
      kind="poppy"
      leave="Back"
      isBusy={isBusy}
      problem={undefined}
      can={missing === false ? { ok: true } : { ok: false, because: missing }}
      onSend={() =>
        onTell({ outcome, where: where.trim(), note: note.trim(), ...(next && { next }), ...(photo && { photo }) })
      }
    >
      {isNeighbour ? (
        <TextField
          label="With whom, or where"
          placeholder="Number 12, with Sam"
          maxLength={120}
          hint="The buyer reads this."
          value={where}
          onChange={setWhere}
        />
      ) : (
        <ChoiceCards
          legend="What happens next"
          value={next}
          onChange={setNext}
          choices={(Object.keys(nextWords) as Next[]).map((value) => ({ value, words: nextWords[value] }))}
        />
      )}
      <LongTextField label="For the shop" optional rows={2} maxLength={400} value={note} onChange={setNote} />
      <Field label="Photograph" optional>
        {(described) => (
          <input
            {...described}
            className="input"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => setPhoto(event.target.files?.[0])}
          />
        )}
      </Field>
    </FormDialog>
  )
}
