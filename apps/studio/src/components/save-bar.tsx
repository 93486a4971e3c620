import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface SaveBarProps {
  /** In words: 'price of large', 'description'. None, and there is nothing to save. */
  readonly changes: readonly string[]
  readonly isBusy: boolean
  readonly can?: Permission
  /** Inside a form, saving is the form's; without one say what it does. */
  readonly onSave?: () => void
  readonly onDiscard: () => void
}

/** At the foot of an editor: what is unsaved, and two ways to end that. Asks before the page is left with something unsaved. */
export function SaveBar({ changes, isBusy, can, onSave, onDiscard }: SaveBarProps): JSX.Element {
  const isDirty = changes.length > 0
  const nothing: Permission = { ok: false, because: 'Nothing is changed.' }
  return (
    <div className="savebar">
      <Button
        kind="ink"
        type={onSave ? 'button' : 'submit'}
        isBusy={isBusy}
        busy="Saving"
        can={isDirty ? can : nothing}
        {...(onSave && { onPress: onSave })}
      >
        Save changes
      </Button>
      {isDirty && (
        <>
          <Button kind="text" onPress={onDiscard}>
            Discard
          </Button>
          <span className="soft" role="status">
            {changes.length === 1 ? '1 unsaved change' : `${changes.length} unsaved changes`}: {changes.join(', ')}
          </span>
        </>
      )}
      <AskBeforeLeaving isDirty={isDirty && !isBusy} />
    </div>
  )
}

/** Asks before a page is left that holds something unsaved. */
export function AskBeforeLeaving({ isDirty }: { isDirty: boolean }): JSX.Element {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isDirty) return
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isDirty])
  return (
    <Dialog title="Leave without saving?" isOpen={blocker.state === 'blocked'} onClose={() => blocker.reset?.()}>
      <div className="dialog-body stack">
        <p>What you changed on this page is not saved yet.</p>
        <p className="head-acts">
          <Button kind="ink" onPress={() => blocker.reset?.()}>
            Stay here
          </Button>
          <Button onPress={() => blocker.proceed?.()}>Leave it unsaved</Button>
        </p>
      </div>
    </Dialog>
  )
}
