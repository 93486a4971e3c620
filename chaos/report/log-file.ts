import { openSync, writeSync } from 'node:fs'

/** Writes lines into a file, each with the second it came; nothing without a file. */
export function openLogFile(name: string | undefined): (line: string) => void {
  if (name === undefined) return () => undefined
  const file = openSync(name, 'w')
  return (line) => void writeSync(file, `${(performance.now() / 1_000).toFixed(3)} ${line}\n`)
}
