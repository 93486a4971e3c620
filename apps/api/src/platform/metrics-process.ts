import { monitorEventLoopDelay } from 'node:perf_hooks'

// A look so often finds a pause of a tenth of a second for certain, and costs a thousandth of a processor.
const lookEveryMs = 20
const perSecond = 1e9

export interface ProcessFigures {
  readonly residentBytes: number
  readonly heapBytes: number
  readonly cpuSeconds: number
  readonly upSeconds: number
  /** How late the event loop was since the last call, in seconds. */
  readonly lag: Readonly<Record<'p50' | 'p99' | 'most', number>>
}

/** Begins to watch this process. Each call of `read` begins a new stretch of time for the event loop. */
export function watchProcess(): { readonly read: () => ProcessFigures; readonly stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution: lookEveryMs })
  delay.enable()
  return {
    read: () => {
      const late = (nanoseconds: number) => Math.max(0, (nanoseconds || 0) / perSecond - lookEveryMs / 1_000)
      const lag = { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), most: late(delay.max) }
      delay.reset()
      const { rss, heapUsed } = process.memoryUsage()
      const { user, system } = process.cpuUsage()
      return {
        residentBytes: rss,
        heapBytes: heapUsed,
        cpuSeconds: (user + system) / 1e6,
        upSeconds: process.uptime(),
        lag,
      }
    },
    stop: () => void delay.disable(),
  }
}
