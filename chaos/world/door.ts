import { setTimeout as after } from 'node:timers/promises'
import { endProgram, type Program, type ProgramParts, startProgram } from './program.ts'

/** A door of the shop, started again whenever it ends, as production's supervisor does. */
export interface Door {
  readonly name: string
  readonly pid: () => number | undefined
  /** kill -9; it comes back so many milliseconds later. */
  readonly kill: (backAfterMs: number) => Promise<void>
  /** Stands still and goes on. */
  readonly freeze: (forMs: number) => Promise<void>
  readonly opened: () => Promise<void>
  readonly close: () => Promise<void>
}

// systemd waits a second; a run that has only minutes waits less.
const againAfterMs = 300

/** Starts a door. `fell` hears of an end that nobody asked for. */
export async function openDoor(
  name: string,
  parts: ProgramParts,
  fell: (door: string, how: string) => void,
): Promise<Door> {
  const state: State = { program: await startProgram(parts), isClosed: false, pauseMs: undefined, opening: undefined }

  const watch = (watched: Program): void => {
    void watched.ended.then((how) => {
      if (state.program !== watched) return
      state.program = undefined
      if (state.isClosed) return
      if (state.pauseMs === undefined) fell(name, String(how))
      state.opening = open(state.pauseMs ?? againAfterMs)
      state.pauseMs = undefined
    })
  }
  // A database that is down refuses it, and it tries again, as the supervisor would.
  const open = async (pause: number): Promise<void> => {
    await after(pause)
    while (!state.isClosed) {
      const started = await startProgram(parts).catch(() => undefined)
      if (!started) {
        await after(againAfterMs)
        continue
      }
      state.program = started
      state.opening = undefined
      watch(started)
      return
    }
  }
  watch(state.program!)

  return {
    name,
    pid: () => state.program?.pid,
    kill: async (backAfterMs) => {
      const victim = state.program
      if (!victim) return
      state.pauseMs = backAfterMs
      victim.signal('SIGKILL')
      await victim.ended
    },
    freeze: async (forMs) => {
      const victim = state.program
      victim?.signal('SIGSTOP')
      await after(forMs)
      victim?.signal('SIGCONT')
    },
    opened: async () => {
      while (!state.program) await (state.opening ?? after(20))
    },
    close: async () => {
      state.isClosed = true
      await state.opening
      if (state.program) await endProgram(state.program)
    },
  }
}

interface State {
  program: Program | undefined
  isClosed: boolean
  /** How long the death that was asked for is to last. */
  pauseMs: number | undefined
  opening: Promise<void> | undefined
}
