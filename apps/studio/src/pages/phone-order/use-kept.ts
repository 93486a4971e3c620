import { useEffect, useRef, useState } from 'react'

// A breath after the last letter, or at once when the field is left.
const pauseMs = 700

/**
 * What is typed into a form that is saved as one goes: shown at once, sent after a pause. What the shop answers replaces it where
 * nothing newer was typed meanwhile.
 */
export function useKept<T extends object>(
  saved: T,
  save: (typed: T) => Promise<unknown>,
): [T, (part: Partial<T>) => void] {
  const [typed, setTyped] = useState<Partial<T>>({})
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (Object.keys(typed).length === 0) return
    const timer = setTimeout(() => {
      void latest.current({ ...saved, ...typed }).then(() => {
        // Only what was sent is let go.
        setTyped(
          (now) =>
            Object.fromEntries(
              Object.entries(now).filter(([name, value]) => typed[name as keyof T] !== value),
            ) as Partial<T>,
        )
      })
    }, pauseMs)
    return () => clearTimeout(timer)
    // What the shop answers is no reason to send again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed])
  return [{ ...saved, ...typed }, (part) => setTyped((now) => ({ ...now, ...part }))]
}
