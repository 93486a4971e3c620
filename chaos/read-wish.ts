import { type FaultKind, faultKinds } from './plan/fault.ts'

/** What was asked for on the command line. */
export interface Wish {
  readonly seed: number
  readonly orders: number
  readonly faults: number
  /** Buyers at once. */
  readonly atOnce: number
  /** Only faults of these kinds; all, when there are none. */
  readonly only: readonly FaultKind[]
  /** What two processes bear, and not whether anything breaks. */
  readonly isScale: boolean
  readonly asBuilt: boolean
  /** Whether docs/chaos.md is written. */
  readonly isKept: boolean
  /** A file for all that the doors write. */
  readonly log: string | undefined
}

export const usage = `npm run chaos -- [scale] [--quick] [--orders 10000] [--faults 120] [--seed 1] [--at-once 40] [--only kill-serve,kill-database] [--dry] [--as-built] [--log file]
  scale       two processes behind HAProxy: one is killed in the midst of buying; then what reads gain by the second
  --quick     300 orders and 15 faults, about a minute; docs/chaos.md is left alone
  --dry       docs/chaos.md is left alone
  --only      faults of some kinds only, with commas between; docs/chaos.md is left alone
  --as-built  the doors of the last run, without building
  --log       keeps all that the doors wrote`

const numbers = { '--orders': 10_000, '--faults': 120, '--seed': 0, '--at-once': 40 }

/** Reads the words after the program's name. Without a seed one is drawn, and told. */
export function readWish(args: readonly string[]): Wish | { problem: string } {
  const isQuick = args.includes('--quick')
  const isScale = args.includes('scale')
  const given: Record<keyof typeof numbers, number> = {
    ...numbers,
    ...(isScale && { '--orders': 2_000 }),
    ...(isQuick && { '--orders': 300, '--faults': 15 }),
  }
  let log: string | undefined
  const only: FaultKind[] = []
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place]!
    if (word in numbers) {
      const value = Number(args[(place += 1)])
      if (!Number.isInteger(value) || value < 1) return { problem: `${word} needs a whole number above zero.` }
      given[word as keyof typeof numbers] = value
    } else if (word === '--log') {
      log = args[(place += 1)]
      if (!log) return { problem: '--log needs the name of a file.' }
    } else if (word === '--only') {
      const kinds = (args[(place += 1)] ?? '').split(',')
      const unknown = kinds.find((kind) => !(kind in faultKinds))
      if (unknown !== undefined)
        return {
          problem: `There is no fault called ${unknown || 'nothing'}. There are ${Object.keys(faultKinds).join(', ')}.`,
        }
      only.push(...(kinds as FaultKind[]))
    } else if (!['scale', '--quick', '--dry', '--as-built'].includes(word)) return { problem: `What is ${word}?` }
  }
  return {
    seed: given['--seed'] || 1 + Math.floor(Math.random() * 99_999),
    orders: given['--orders'],
    faults: given['--faults'],
    atOnce: given['--at-once'],
    isScale,
    asBuilt: args.includes('--as-built'),
    only,
    isKept: !isQuick && only.length === 0 && !args.includes('--dry'),
    log,
  }
}
