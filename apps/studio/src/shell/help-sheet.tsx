import { type JSX, useMemo, useSyncExternalStore } from 'react'
import { CheckField } from '../components/fields.tsx'
import { Dialog } from '../components/dialog.tsx'
import { switchShortcuts, useAllShortcuts, useShortcuts, useShortcutsOn } from './keys.ts'

let isOpen = false
const listeners = new Set<() => void>()

/** Opens or closes the sheet of shortcuts. */
export function helpSheet(open: boolean): void {
  isOpen = open
  for (const listener of listeners) listener()
}

/** What the keyboard can do on this page. Opened by ? from anywhere. */
export function HelpSheet(): JSX.Element {
  const shown = useSyncExternalStore(listen, () => isOpen)
  const shortcuts = useAllShortcuts()
  const isOn = useShortcutsOn()
  useShortcuts(useMemo(() => [{ keys: '?', does: 'Show this sheet', run: () => helpSheet(true) }], []))
  return (
    <Dialog title="Keyboard shortcuts" isOpen={shown} onClose={() => helpSheet(false)}>
      <div className="dialog-body">
        <dl className="keys">
          {shortcuts.map(({ keys, does }) => (
            <div key={`${keys} ${does}`}>
              <dt>{does}</dt>
              <dd>
                {keys.split(' ').map((key, index) => (
                  // A shortcut is one key or two, and never the same list in another order.
                  // oxlint-disable-next-line react/no-array-index-key
                  <kbd key={`${key}${index}`}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <CheckField
          label="Use these shortcuts on this device"
          note="Switch them off if you speak to your computer, or if they get in your way."
          isOn={isOn}
          onChange={switchShortcuts}
        />
      </div>
    </Dialog>
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
