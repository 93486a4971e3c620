import type { DeskPromotion } from '@flora/contract/promotions-desk.ts'
import type { JSX } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'

/** Ends a code now. */
export function EndPromotion(props: { promotion: DeskPromotion; onClose: () => void }): JSX.Element {
  const { promotion, onClose } = props
  const doing = useDo()
  async function send(): Promise<void> {
    const done = await doing.run(
      () =>
        shop.call('POST /desk/promotions/:promotionId/end', {
          params: { promotionId: promotion.id },
          body: { version: promotion.version },
        }),
      `${promotion.code} is over.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`End ${promotion.code}?`}
      isOpen
      onClose={onClose}
      does="End it now"
      doing="Ending"
      kind="poppy"
      leave="Let it run"
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() => void send()}
    >
      <p>Nobody can use it from now on. Orders that were placed with it keep what it took off.</p>
    </FormDialog>
  )
}
