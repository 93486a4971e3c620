import type { JSX } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'

/** Makes the link of an invitation useless. */
export function WithdrawInvitation({ email, onClose }: { email: string; onClose: () => void }): JSX.Element {
  const doing = useDo()
  async function send(): Promise<void> {
    const done = await doing.run(
      () => shop.call('POST /staff/invitations/withdrawal', { body: { email } }),
      'The invitation is withdrawn.',
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title="Withdraw the invitation?"
      isOpen
      onClose={onClose}
      does="Withdraw it"
      doing="Withdrawing"
      kind="poppy"
      leave="Keep it"
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() => void send()}
    >
      <p>The link that {email} has then leads nowhere.</p>
    </FormDialog>
  )
}
