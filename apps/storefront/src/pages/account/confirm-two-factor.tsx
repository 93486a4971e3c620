import { browserCarrier, createClient } from '@flora/client/client.ts'
import { type FormEvent, type JSX, useEffect, useState } from 'react'
import { TextField } from '../../components/text-field.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { saidOf, useAsking } from '../sign-in/use-asking.ts'

/** What an authenticator is told, in three forms. */
export interface TwoFactorKey {
  readonly secret: string
  readonly uri: string
  /** A picture as SVG text. */
  readonly qr: string
}

interface ConfirmTwoFactorProps extends TwoFactorKey {
  readonly onConfirmed: (recoveryCodes: readonly string[]) => Promise<void>
  readonly onLeave: () => void
}

/** Shows the key, and has it proved by a code before anything changes. */
export function ConfirmTwoFactor({ secret, uri, qr, onConfirmed, onLeave }: ConfirmTwoFactorProps): JSX.Element {
  const [code, setCode] = useState('')
  const [asking, run] = useAsking({ 'code-wrong': 'sec-two-code' })
  const wrong = saidOf(asking, 'code-wrong')
  useEffect(() => document.getElementById('sec-two-code')?.focus(), [])

  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (code.trim().length < 6) return document.getElementById('sec-two-code')?.focus()
    await run(async () => {
      const client = createClient(browserCarrier())
      const { recoveryCodes } = await client.call('PUT /auth/two-factor', { body: { code: code.trim() } })
      await onConfirmed(recoveryCodes)
    })
  }

  return (
    <form className="acc-form stack" onSubmit={(event) => void confirm(event)} noValidate>
      <p>Scan this with the authenticator, then type the six digits it shows.</p>
      <img
        className="acc-qr"
        width="192"
        height="192"
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt="The key as a code to scan"
      />
      <p className="small">
        No camera? <a href={uri}>Open the authenticator on this device</a>, or type the key:{' '}
        <code className="acc-key">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <TextField
        id="sec-two-code"
        label="The six digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        fault={wrong}
        onType={setCode}
      />
      {wrong === undefined && <Refused asking={asking} opening="Not yet." />}
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Checking' : 'Switch it on'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  )
}
