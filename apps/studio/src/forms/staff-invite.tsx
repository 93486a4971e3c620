import { type Role } from '@flora/contract/permissions.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { ChoiceCards, TextField } from '../components/fields.tsx'
import { roleWords } from '../words/roles.ts'

/** Asks somebody to work here: she gets a letter with a link. */
export function InviteStaff({ onClose }: { onClose: () => void }): JSX.Element {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('florist')
  const doing = useDo()
  async function send(): Promise<void> {
    const done = await doing.run(
      () => shop.call('POST /staff/invitations', { body: { email, role } }),
      `A letter goes to ${email}.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title="Invite somebody"
      isOpen
      onClose={onClose}
      does="Send the letter"
      doing="Sending"
      isBusy={doing.isBusy}
      problem={doing.faultOf('email') === undefined ? doing.problem : undefined}
      onSend={() => void send()}
    >
      <TextField
        label="E-mail"
        type="email"
        value={email}
        maxLength={254}
        hint="The link in the letter is good for seven days. Ask again, and it is a new one."
        fault={doing.faultOf('email')}
        onChange={setEmail}
      />
      <RoleChoice role={role} onChange={setRole} />
    </FormDialog>
  )
}

/** One of the four, with what each may do. */
export function RoleChoice({
  role,
  onChange,
}: {
  role: Role | undefined
  onChange: (role: Role) => void
}): JSX.Element {
  return (
    <ChoiceCards
      legend="As what"
      value={role}
      onChange={onChange}
      choices={(['owner', 'manager', 'florist', 'driver'] as const).map((value) => ({
        value,
        words: roleWords[value].name,
        note: roleWords[value].may,
      }))}
    />
  )
}
