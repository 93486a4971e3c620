import { readdirSync, readFileSync } from 'node:fs'

// The kernel counts in hundredths of a second.
const tickMs = 10

/** Milliseconds of processor that a process has used so far. On a machine shared with others this says more than the clock does. */
export function processorMs(pid: number): number {
  const fields = statOf(pid)
  return fields ? (Number(fields[11]) + Number(fields[12])) * tickMs : NaN
}

/** The same for a process and those it started, such as a database server's; those that have ended are counted too. */
export function familyProcessorMs(pid: number): number {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(statOf(Number(name))?.[1]) === pid,
  )
  const own = statOf(pid)
  const ended = own ? (Number(own[13]) + Number(own[14])) * tickMs : 0
  return processorMs(pid) + ended + children.reduce((sum, child) => sum + (processorMs(Number(child)) || 0), 0)
}

// After the name in brackets, which may itself hold blanks: state, parent, and so on.
function statOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  } catch {
    return undefined
  }
}
