import { createEventFaults, type EventFaultControls, type EventFaults } from './event-faults.ts'
import type { StoredEvent } from './events.ts'
import { flag, hash, oneOf, required, text, whole, type Spec } from './params.ts'
import type { FormTree } from './form-encoding.ts'
import { createRequestFaults, type FailureKind, type Mishap, type RequestFaultControls } from './request-faults.ts'
import { invalidRequest, parameterInvalid } from './stripe-errors.ts'

/** Everything that can be made to go wrong, and how to make it right again. */
export interface Faults extends EventFaultControls, RequestFaultControls {
  /** Ends every fault; what is held back goes out. */
  clear(): void
}

/** The faults together with what the server and the postman ask them. */
export interface FaultDesk {
  readonly controls: Faults
  readonly events: EventFaults
  mishapOf(route: string): Mishap
}

export function createFaults(postman: {
  sendInTurn: (events: readonly StoredEvent[]) => void
  drop: (event: StoredEvent) => void
}): FaultDesk {
  const { judge, losesAnswer, clearEvents, ...eventControls } = createEventFaults(postman)
  const { mishapOf, ...requestControls } = createRequestFaults()
  return {
    controls: {
      ...eventControls,
      ...requestControls,
      clear() {
        requestControls.clearRequests()
        clearEvents()
      },
    },
    events: { judge, losesAnswer },
    mishapOf,
  }
}

const failure = {
  route: required(text()),
  with: required(failureKind()),
  when: oneOf('before', 'during', 'after'),
}
const commands = {
  hold_events: { type: text() },
  release_events: { order: oneOf('in-order', 'reversed', 'shuffled'), seed: text(), doubled: flag() },
  drop_held_events: {},
  drop_next_events: { times: required(whole(1)), type: text() },
  delay_events: { type: required(text()), delay_ms: required(whole(0)) },
  lose_next_answers: { times: required(whole(1)), type: text() },
  slow_route: { route: required(text()), delay_ms: required(whole(0)) },
  fail_next: { ...failure, times: whole(1) },
  fail_share: { ...failure, percent: required(whole(0)), seed: text() },
  clear: {},
}

/**
 * Does what a `POST /sandbox/faults` asks for: one command by name, with its fields. Answers what is held afterwards.
 */
export function commandFaults(faults: Faults, form: FormTree): object {
  const names = Object.keys(form)
  const [name = ''] = names
  if (names.length !== 1 || !Object.hasOwn(commands, name)) {
    throw invalidRequest(`Name one command of: ${Object.keys(commands).join(', ')}`)
  }
  runCommand(faults, name as keyof typeof commands, form)
  return { done: name, held: faults.heldEvents() }
}

function runCommand(faults: Faults, name: keyof typeof commands, form: FormTree): void {
  const read = <N extends keyof typeof commands>(command: N) =>
    hash(commands[command]).read(form[command] === '' ? {} : (form[command] ?? {}), command)
  switch (name) {
    case 'hold_events':
      return faults.holdEvents(read('hold_events').type)
    case 'release_events': {
      const { order = 'in-order', seed = 'shuffle', doubled = false } = read('release_events')
      return void faults.releaseEvents({ order: order === 'shuffled' ? { shuffledBy: seed } : order, doubled })
    }
    case 'drop_held_events':
      return void faults.dropHeldEvents()
    case 'drop_next_events': {
      const { times, type } = read('drop_next_events')
      return faults.dropNextEvents(times, type)
    }
    case 'delay_events': {
      const { type, delay_ms } = read('delay_events')
      return faults.delayEvents(type, delay_ms)
    }
    case 'lose_next_answers': {
      const { times, type } = read('lose_next_answers')
      return faults.loseNextAnswers(times, type)
    }
    case 'slow_route': {
      const { route, delay_ms } = read('slow_route')
      return faults.slowRoute(route, delay_ms)
    }
    case 'fail_next': {
      const { route, ...how } = read('fail_next')
      return faults.failNext(route, how)
    }
    case 'fail_share': {
      const { route, percent, ...how } = read('fail_share')
      return faults.failShare(route, { ...how, share: percent / 100 })
    }
    case 'clear':
      return faults.clear()
  }
}

function failureKind(): Spec<FailureKind> {
  return {
    read(value, param) {
      if (value === 'reset') return value
      const status = Number(value)
      if (status === 500 || status === 503 || status === 429) return status
      throw parameterInvalid(param, `Invalid ${param}: must be one of 500, 503, 429, reset`)
    },
  }
}
