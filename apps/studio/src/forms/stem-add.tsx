import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { SelectField, TextField } from '../components/fields.tsx'
import type { Stems } from '../pages/product/size-fields.tsx'

/** A stem that no recipe has named yet. */
export function AddStem({ stems, onClose }: { stems: Stems; onClose: () => void }): JSX.Element {
  const species = [...new Set(stems.map((stem) => stem.species))].toSorted()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState('')
  const [colour, setColour] = useState('')
  const doing = useDo()
  async function send(): Promise<void> {
    const body = { name, species: chosen, ...(colour.trim() !== '' && { colour }) }
    const done = await doing.run(
      () => shop.call('POST /desk/catalog/stems', { body }),
      `${name} can stand in recipes now. It is counted once the stock has a lot of it.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title="Add a stem"
      isOpen
      onClose={onClose}
      does="Add the stem"
      doing="Adding"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={name.trim() !== '' && chosen !== '' ? { ok: true } : { ok: false, because: 'A name and a flower.' }}
      onSend={() => void send()}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={80}
        placeholder="White lisianthus"
        fault={doing.faultOf('name')}
        onChange={setName}
      />
      <SelectField
        label="Flower"
        value={chosen}
        choices={[
          { value: '', words: 'Choose' },
          ...species.map((value) => ({ value, words: value.replaceAll('-', ' ') })),
        ]}
        fault={doing.faultOf('species')}
        hint="What it is drawn as. For one that is not here, choose the nearest."
        onChange={setChosen}
      />
      <TextField
        label="Colour"
        optional
        value={colour}
        maxLength={40}
        fault={doing.faultOf('colour')}
        onChange={setColour}
      />
    </FormDialog>
  )
}
