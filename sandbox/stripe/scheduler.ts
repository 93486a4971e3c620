/** Runs something later. Tests lend a scheduler whose time they move by hand. */
export interface Scheduler {
  /** Runs `task` after `delayMs`; the answer cancels it. */
  after(delayMs: number, task: () => void): () => void
}

/** Real time, without keeping a process alive that has nothing else to do. */
export const realScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** Time that stands still until `advance` moves it. */
export interface ManualScheduler extends Scheduler {
  advance(ms: number): void
  /** Delays until each waiting task, soonest first, in milliseconds. */
  waitingMs(): number[]
}

/** A scheduler for tests: nothing runs by itself, and tasks run in the order they are due. */
export function createManualScheduler(): ManualScheduler {
  let nowMs = 0
  let tasks: { dueMs: number; task: () => void }[] = []

  function nextDue(untilMs: number): { dueMs: number; task: () => void } | undefined {
    tasks.sort((a, b) => a.dueMs - b.dueMs)
    return tasks[0] && tasks[0].dueMs <= untilMs ? tasks.shift() : undefined
  }

  return {
    after(delayMs, task) {
      const entry = { dueMs: nowMs + delayMs, task }
      tasks.push(entry)
      return () => {
        tasks = tasks.filter((each) => each !== entry)
      }
    },
    advance(ms) {
      const untilMs = nowMs + ms
      for (let due = nextDue(untilMs); due; due = nextDue(untilMs)) {
        nowMs = due.dueMs
        due.task()
      }
      nowMs = untilMs
    },
    waitingMs: () => tasks.map(({ dueMs }) => dueMs - nowMs).toSorted((a, b) => a - b),
  }
}
