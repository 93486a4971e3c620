import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { PersonalData } from '@flora/contract/privacy.ts'
import { type JSX, useState } from 'react'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'

/** A look at every table that says something of her, and each as a file: for people, and for other programs. */
export function TakeAlong(): JSX.Element {
  const [tables, setTables] = useState<PersonalData['tables']>()
  const [asking, run] = useAsking()
  const look = (): Promise<void> =>
    run(async () => setTables((await createClient(browserCarrier()).call('GET /account/export', {})).tables))
  return (
    <section className="acc-part" aria-labelledby="data-export">
      <h2 id="data-export">Take it along</h2>
      <p>Everything we keep of you, in files that any table program and any other shop can read.</p>
      <div className="acts">
        <a className="btn" href="/api/account/export" download="flora.json">
          All of it, one file
        </a>
        {tables === undefined && (
          <button type="button" className="btn btn-line" aria-busy={asking.kind === 'busy'} onClick={() => void look()}>
            {asking.kind === 'busy' ? 'Looking' : 'See what there is'}
          </button>
        )}
      </div>
      <Refused asking={asking} opening="We couldn’t look." />
      <div aria-live="polite">{tables !== undefined && <Tables tables={tables} />}</div>
    </section>
  )
}

function Tables({ tables }: { tables: PersonalData['tables'] }): JSX.Element {
  return (
    <table className="table acc-tables">
      <caption className="vh">What we keep, table by table</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Lines</th>
          <th scope="col">
            <span className="vh">File</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ name, about, rows }) => (
          <tr key={name}>
            <th scope="row">{about}</th>
            <td className="num">{rows.length === 0 ? 'none' : rows.length}</td>
            <td>
              <a href={`/api/account/export/${name}.csv`} download={`flora-${name}.csv`}>
                CSV<span className="vh"> ({about})</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
