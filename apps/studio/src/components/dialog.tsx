import type { Problem } from '@flora/contract/problem.ts'
import { type JSX, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { Refused } from './trouble.tsx'

interface DialogProps {
  /** The question, or what is done here. */
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** For tables and calendars. */
  readonly wide?: boolean
}

/** One thing to decide, over the page. Escape, the ground beside it and its quiet button all mean the same: leave it. */
export function Dialog({ title, isOpen, onClose, children, wide = false }: DialogProps): JSX.Element {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`sheet-over${wide ? ' is-wide' : ''}`}>
        <AriaDialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="text" small onPress={onClose}>
              Close
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface FormDialogProps extends DialogProps {
  /** The button that does it: verb and object. */
  readonly does: string
  readonly doing: string
  /** Poppy when it cannot be undone. */
  readonly kind?: 'ink' | 'poppy'
  /** The quiet way out: 'Keep it'. */
  readonly leave?: string
  readonly isBusy: boolean
  readonly problem: Problem | undefined
  readonly can?: { ok: true } | { ok: false; because: string }
  readonly onSend: () => void
}

/** A form in a dialog: fields, the shop's no where it was tried, and two answers. */
export function FormDialog(props: FormDialogProps): JSX.Element {
  const { does, doing, kind = 'ink', leave = 'Leave it', isBusy, problem, can, onSend, children, ...dialog } = props
  return (
    <Dialog {...dialog}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (can === undefined || can.ok) onSend()
        }}
      >
        <div className="dialog-body stack">
          {children}
          <Refused problem={problem} />
        </div>
        <footer>
          <Button type="submit" kind={kind} isBusy={isBusy} busy={doing} can={can}>
            {does}
          </Button>
          <Button kind="text" onPress={dialog.onClose}>
            {leave}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
