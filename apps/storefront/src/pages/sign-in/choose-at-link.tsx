import { browserCarrier, createClient } from '@flora/client/client.ts'
import { passwordFault } from '@flora/contract/password-limits.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { PageHead } from '../../components/page-head.tsx'
import { TextField } from '../../components/text-field.tsx'
import { PasswordField } from './password-field.tsx'
import { Refused } from './refused.tsx'
import { SignFrame } from './sign-frame.tsx'
import { useGoOn } from './signed-in.ts'
import { useAsking } from './use-asking.ts'

/** The account was asked for in another browser, by her or by somebody in her name: its password is chosen here, by who has the letter. */
export function ChooseAtLink({ token }: { token: string }): JSX.Element {
  const [typed, setTyped] = useState({ name: '', password: '' })
  const [faults, setFaults] = useState<{ name?: string | undefined; password?: string | undefined }>({})
  const [asking, run] = useAsking()
  const goOn = useGoOn()
  const isKnown = asking.kind === 'refused' && asking.problem.code === 'password-known'

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = {
      ...(typed.name.trim() === '' && { name: 'Please tell us your name.' }),
      password: passwordFault(typed.password),
    }
    setFaults(found)
    const first = (['name', 'password'] as const).find((field) => found[field] !== undefined)
    if (first) return document.getElementById(`link-${first}`)?.focus()
    await run(async () => {
      const body = { token, name: typed.name.trim(), password: typed.password }
      const answer = await createClient(browserCarrier()).call('POST /auth/verify', { body })
      if (answer.kind === 'signed-in') await goOn(answer, '/account')
    })
  }

  return (
    <SignFrame
      heading="Choose a password."
      lead="The account was asked for on another device. So nobody else knows its password, you choose it here."
    >
      <PageHead title="Choose a password" noIndex />
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <TextField
          id="link-name"
          label="Your name"
          autoComplete="name"
          maxLength={80}
          value={typed.name}
          fault={faults.name}
          onType={(name) => setTyped({ ...typed, name })}
          onLeave={() => undefined}
        />
        <PasswordField
          id="link-password"
          label="A password"
          autoComplete="new-password"
          value={typed.password}
          fault={isKnown ? asking.problem.detail : faults.password}
          hint="Ten characters or more. Four odd words beat one clever one."
          onType={(password) => setTyped({ ...typed, password })}
        />
        <button className="btn btn-wide" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Finishing' : 'Finish my account'}
        </button>
        {!isKnown && <Refused asking={asking} opening="Not yet." />}
      </form>
    </SignFrame>
  )
}
