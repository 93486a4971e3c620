import { browserCarrier, createClient } from '@flora/client/client.ts'
import { type FormEvent, type JSX, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { TextField } from '../../components/text-field.tsx'
import { Refused } from './refused.tsx'
import { useGoOn } from './signed-in.ts'
import { saidOf, useAsking } from './use-asking.ts'

/** The second step of a sign-in: a code from the authenticator, or one of the recovery codes. */
export function SecondFactor({ ticket, to }: { ticket: string; to: string }): JSX.Element {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string>()
  const [asking, run] = useAsking({ 'code-wrong': 'second-code' })
  const goOn = useGoOn()
  const wrong = saidOf(asking, 'code-wrong')
  // The form before this one is gone, and the one thing to do is here.
  useEffect(() => document.getElementById('second-code')?.focus(), [])

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (code.trim().length < 6) {
      setFault('Six digits, or a whole recovery code.')
      return document.getElementById('second-code')?.focus()
    }
    await run(async () => {
      const client = createClient(browserCarrier())
      await goOn(await client.call('POST /auth/second-factor', { body: { ticket, code: code.trim() } }), to)
    })
  }

  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        id="second-code"
        label="The six digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        fault={fault ?? wrong}
        hint="Your phone is elsewhere? A recovery code works here too, once."
        onType={(typed) => {
          setCode(typed)
          setFault(undefined)
        }}
      />
      <button className="btn btn-wide" aria-busy={asking.kind === 'busy'}>
        {asking.kind === 'busy' ? 'Signing in' : 'Sign in'}
      </button>
      {wrong === undefined && <Refused asking={asking} opening="Not yet." />}
      {saidOf(asking, 'link-not-valid') !== undefined && (
        <p className="small">
          {/* A plain link: the page begins anew, without what was left of this try. */}
          That took longer than five minutes.{' '}
          <Link to="/sign-in" reloadDocument>
            Begin again
          </Link>
          .
        </p>
      )}
    </form>
  )
}
