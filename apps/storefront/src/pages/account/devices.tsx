import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Session } from '@flora/contract/identity.ts'
import { type JSX, useState } from 'react'
import { clockWords, instantMs, longDay, onTheWall } from '../../components/calendar/day-words.ts'
import { useShop } from '../../components/shell.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'

/** Every device that is signed in, and a way to end each. */
export function Devices({ sessions: loaded }: { sessions: readonly Session[] }): JSX.Element {
  const [sessions, setSessions] = useState(loaded)
  const [asking, run] = useAsking()
  const timeZone = useShop()?.facts.timeZone ?? 'Australia/Melbourne'
  const client = createClient(browserCarrier())
  const end = (sessionId: Session['id']): Promise<void> =>
    run(async () => setSessions(await client.call('DELETE /auth/sessions/:sessionId', { params: { sessionId } })))
  return (
    <section className="acc-part" aria-labelledby="sec-devices">
      <h2 id="sec-devices" className="h3">
        Devices
      </h2>
      <ul className="acc-rows">
        {sessions.map(({ id, device, lastSeenAt, isThisOne }) => {
          const seen = onTheWall(instantMs(lastSeenAt), timeZone)
          return (
            <li key={id}>
              <div>
                <p>
                  <b>{device}</b> {isThisOne && <span className="soft">this one</span>}
                </p>
                <p className="small">
                  Last seen {longDay(seen.day)}, {clockWords(seen.time)}
                </p>
              </div>
              {!isThisOne && (
                <button type="button" className="btn btn-text" onClick={() => void end(id)}>
                  Sign out<span className="vh"> {device}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <button
          type="button"
          className="btn btn-line"
          aria-busy={asking.kind === 'busy'}
          onClick={() => void run(async () => setSessions(await client.call('DELETE /auth/sessions', {})))}
        >
          Sign out everywhere else
        </button>
      )}
      <Refused asking={asking} opening="Not done." />
    </section>
  )
}
