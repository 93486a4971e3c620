import { setTimeout as after } from 'node:timers/promises'
import { type Answer, connect, type Connection, request } from '../../bench/load/connection.ts'

/** What people wait for at most, with all their pressing again: the worst of a run is over by then. */
const patienceMs = 90_000

/** Nobody answered, however often she pressed. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp'
}

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body?: object | string
  readonly headers?: Readonly<Record<string, string>>
}

/** Somebody's line to one address: kept, opened again when it was cut, and with her cookie. */
export interface Line {
  /** Once; throws when the line is cut before the answer. */
  readonly ask: (asked: Asked) => Promise<Answer>
  /**
   * Again and again, as somebody presses a button again, until there is an answer that is an answer: neither a failure of the shop's nor
   * "too many". Only for what may come twice.
   */
  readonly insist: (asked: Asked) => Promise<Answer>
  readonly forgetCookie: () => void
  /** Another tab of the same browser. */
  readonly tab: () => Line
  readonly leave: () => void
}

/** Counts what answers came, all lines together. */
export interface Tally {
  readonly answers: Map<string, number>
  cuts: number
}

/** Opens a line. The shop takes the word of the load balancer for who is calling: `caller` is an address of her own, so that she is limited alone. */
export function openLine(
  url: string,
  tally: Tally,
  { caller = '10.0.0.1', jar = { cookie: '' } }: { caller?: string; jar?: { cookie: string } } = {},
): Line {
  let connection: Connection | undefined
  const ask = async ({ method, path, body, headers = {} }: Asked): Promise<Answer> => {
    const text = typeof body === 'object' ? JSON.stringify(body) : body
    try {
      connection ??= await connect(url)
      const answer = await connection.ask(
        request(method, path, {
          headers: {
            accept: 'application/json',
            'x-forwarded-for': caller,
            ...(text !== undefined && { 'content-type': 'application/json' }),
            ...(jar.cookie && { cookie: jar.cookie }),
            ...headers,
          },
          ...(text !== undefined && { body: text }),
        }),
      )
      if (answer.cookies[0]) jar.cookie = answer.cookies[0]
      const kind = `${Math.floor(answer.status / 100)}xx`
      tally.answers.set(kind, (tally.answers.get(kind) ?? 0) + 1)
      return answer
    } catch (error) {
      tally.cuts += 1
      connection?.close()
      connection = undefined
      throw error
    }
  }
  return {
    ask,
    insist: async (asked) => {
      const begun = performance.now()
      for (let pauseMs = 200; ; pauseMs = Math.min(pauseMs * 2, 3_000)) {
        const answer = await ask(asked).catch(() => undefined)
        if (answer && answer.status < 500 && answer.status !== 429) return answer
        if (performance.now() - begun > patienceMs) throw new GaveUp(`${asked.method} ${asked.path}`)
        await after(pauseMs)
      }
    },
    forgetCookie: () => {
      jar.cookie = ''
    },
    tab: () => openLine(url, tally, { caller, jar }),
    leave: () => {
      connection?.close()
      connection = undefined
    },
  }
}

/** The body of an answer that must be good. */
export function bodyOf<T>({ status, body }: Answer): T {
  if (status >= 300) throw new Error(`answered ${status}: ${body.slice(0, 300)}`)
  return JSON.parse(body) as T
}

/** The code of a refusal. */
export function codeOf({ status, body }: Answer): string {
  try {
    return (JSON.parse(body) as { code?: string }).code ?? String(status)
  } catch {
    return String(status)
  }
}
