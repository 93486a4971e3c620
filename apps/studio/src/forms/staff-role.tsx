import type { Role } from '@flora/contract/permissions.ts'
import type { StaffMember } from '@flora/contract/staff.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { ChoiceCards } from '../components/fields.tsx'
import { roleWords } from '../words/roles.ts'

/** Gives somebody who works here another role, or none. */
export function ChangeRole({ member, onClose }: { member: StaffMember; onClose: () => void }): JSX.Element {
  const [role, setRole] = useState<Role | 'none'>(member.role)
  const doing = useDo()
  async function send(): Promise<void> {
    const done = await doing.run(
      () =>
        shop.call('PATCH /staff/:accountId', {
          params: { accountId: member.accountId },
          body: { role: role === 'none' ? null : role },
        }),
      role === 'none'
        ? `${member.name} works here no more.`
        : `${member.name} is ${roleWords[role].name.toLowerCase()} now.`,
    )
    if (done) onClose()
  }
  const isSame = role === member.role
  return (
    <FormDialog
      title={`The role of ${member.name}`}
      isOpen
      onClose={onClose}
      does={role === 'none' ? 'Take the role away' : 'Change the role'}
      doing="Changing"
      kind={role === 'none' ? 'poppy' : 'ink'}
      isBusy={doing.isBusy}
      problem={doing.problem}
      {...(isSame && { can: { ok: false, because: 'This is the role she has.' } })}
      onSend={() => void send()}
    >
      <ChoiceCards
        legend="As what"
        value={role}
        onChange={setRole}
        choices={[
          ...(['owner', 'manager', 'florist', 'driver'] as const).map((value) => ({
            value,
            words: roleWords[value].name,
            note: roleWords[value].may,
          })),
          {
            value: 'none' as const,
            words: 'Works here no more',
            note: 'She is signed out everywhere at once. Her orders as a customer stay hers.',
          },
        ]}
      />
    </FormDialog>
  )
}
