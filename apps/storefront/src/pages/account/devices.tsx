import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Session } from '@flora/contract/identity.ts'
import type { JSX } from 'react'
import { longDay } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { useShop } from '../../components/shell.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'
import { focusOnList } from './focus.ts'

interface DevicesProps {
  readonly sessions: readonly Session[]
  readonly onSessions: (sessions: readonly Session[]) => void
}

/** Every device that is signed in, and a way to end each. */
export function Devices({ sessions, onSessions }: DevicesProps): JSX.Element {
  const [asking, run] = useAsking()
  const timeZone = useShop()?.facts.timeZone ?? 'Australia/Melbourne'
  const client = createClient(browserCarrier())
  const end = (sessionId?: Session['id']): Promise<void> =>
    run(async () => {
      onSessions(
        sessionId === undefined
          ? await client.call('DELETE /auth/sessions', {})
          : await client.call('DELETE /auth/sessions/:sessionId', { params: { sessionId } }),
      )
      focusOnList()
    })
  return (
    <section className="acc-part" aria-labelledby="sec-devices">
      <h2 id="sec-devices">Devices</h2>
      <ul className="acc-rows" id="acc-list" tabIndex={-1}>
        {sessions.map(({ id, device, lastSeenAt, isThisOne }) => {
          const seen = onTheWall(instantMs(lastSeenAt), timeZone)
          return (
            <li key={id}>
              <div>
                <p>
                  <b>{device}</b> {isThisOne && <span className="soft small">this one</span>}
                </p>
                <p className="small">
                  Last seen {longDay(seen.day)}, {clockWords(seen.time)}
                </p>
              </div>
              {!isThisOne && (
                <div className="acc-acts">
                  <button type="button" className="btn btn-text" onClick={() => void end(id)}>
                    Sign out<span className="vh"> {device}</span>
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <p>
          <button type="button" className="btn btn-line" aria-busy={asking.kind === 'busy'} onClick={() => void end()}>
            Sign out everywhere else
          </button>
        </p>
      )}
      <Refused asking={asking} opening="Not done." />
    </section>
  )
}
