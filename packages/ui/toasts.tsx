import { useEffect, useRef, useSyncExternalStore, type JSX } from 'react'

export interface Toast {
  readonly words: string
  /** At most one way back. */
  readonly undo?: { readonly label: string; readonly run: () => void }
}

const staysMs = 8_000
let shown: Toast | undefined
const listeners = new Set<() => void>()

/** One sentence at the lower left for something done. Never for errors: those stand where they happened. */
export function toast(next: Toast | undefined): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Where toasts appear, and where they are read out. Part of the shell. */
export function Toasts(): JSX.Element {
  const current = useSyncExternalStore(
    listen,
    () => shown,
    () => undefined,
  )
  const box = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    if (current === undefined) return
    const timer = setInterval(() => {
      if (!box.current?.matches(':hover, :focus-within')) toast(undefined)
    }, staysMs)
    return () => clearInterval(timer)
  }, [current])
  return (
    <output className="toasts" ref={box}>
      {current && (
        <span className="toast">
          {current.words}
          {current.undo && (
            <button
              type="button"
              onClick={() => {
                current.undo?.run()
                toast(undefined)
              }}
            >
              {current.undo.label}
            </button>
          )}
        </span>
      )}
    </output>
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
