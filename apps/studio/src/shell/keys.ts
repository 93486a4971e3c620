import { useEffect, useSyncExternalStore } from 'react'

/** One shortcut: 'n', '?', or two after each other, 'g o'. */
export interface Shortcut {
  readonly keys: string
  readonly does: string
  readonly run: () => void
}

const sheets = new Map<symbol, readonly Shortcut[]>()
const listeners = new Set<() => void>()
const offKey = 'flora-studio-shortcuts-off'
// The second key of two must follow while the hand is still there.
const togetherMs = 1_200
let begun: { key: string; at: number } | undefined
let all: readonly Shortcut[] = []

/** Shortcuts that work while this part of the page is shown. The list must keep its identity (useMemo) while it means the same. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const mark = Symbol('shortcuts')
    sheets.set(mark, shortcuts)
    changed()
    return () => {
      sheets.delete(mark)
      changed()
    }
  }, [shortcuts])
}

/** All that work just now, for the sheet that explains them. */
export function useAllShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(listen, () => all)
}

/** Single keys can be in the way of those who speak to their machine, so they can be switched off. */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(offKey) === null
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(listen, shortcutsAreOn)
}

export function switchShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(offKey)
  else localStorage.setItem(offKey, 'off')
  changed()
}

/** Listens to the keyboard. Once, for the whole Studio. */
export function useKeyboard(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !shortcutsAreOn()) return
      if (isTyping(event.target) || document.querySelector('[role=dialog], [role=menu], [role=listbox]')) return
      const found = shortcutFor(event.key, event.timeStamp)
      if (!found) return
      event.preventDefault()
      found.run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function shortcutFor(key: string, at: number): Shortcut | undefined {
  const before = begun !== undefined && at - begun.at < togetherMs ? `${begun.key} ${key}` : undefined
  const found = all.find(({ keys }) => keys === before) ?? all.find(({ keys }) => keys === key)
  begun = found ? undefined : { key, at }
  return found
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))
  )
}

function changed(): void {
  all = [...sheets.values()].flat()
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
