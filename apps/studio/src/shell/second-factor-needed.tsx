import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Account } from '@flora/contract/identity.ts'
import { type JSX, useEffect, useRef, useState } from 'react'
import { askAgain } from '../asking/answers.ts'
import { askWho, signOut } from '../asking/who.ts'
import { Button } from '../components/button.tsx'
import { TextField } from '../components/fields.tsx'
import { Refused } from '../components/trouble.tsx'
import { Frame, PasswordField } from './sign-in.tsx'
import { useTrying } from './use-trying.ts'

// Not the watched one: a wrong password is no ended session.
const client = createClient(browserCarrier())

interface Key {
  readonly secret: string
  readonly uri: string
  /** A picture as SVG text. */
  readonly qr: string
}

/** Work in the shop wants a code from the phone besides the password: it is set up here, or shown by signing in again. */
export function SecondFactorNeeded({ account }: { account: Account }): JSX.Element {
  const [key, setKey] = useState<Key>()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes !== undefined)
    return (
      <Frame title="It’s on" lead="Keep these where the phone isn’t. Each signs you in once; they are not shown again.">
        <RecoveryCodes codes={codes} />
      </Frame>
    )
  if (account.hasTwoFactor)
    return (
      <Frame
        title="One more thing"
        lead="This device was signed in without a code from your phone, and work in the shop needs one."
      >
        <Button kind="ink" wide onPress={() => void signOut()}>
          Sign in again, with a code
        </Button>
      </Frame>
    )
  return (
    <Frame
      title="A code from your phone"
      lead="Orders and addresses are in here, so a password alone is not enough. It takes a minute, once."
    >
      {key === undefined ? (
        <MakeKey account={account} onKey={setKey} />
      ) : (
        <ProveKey keyShown={key} onCodes={setCodes} />
      )}
      <Button kind="text" onPress={() => void signOut()}>
        Sign out
      </Button>
    </Frame>
  )
}

function MakeKey({ account, onKey }: { account: Account; onKey: (key: Key) => void }): JSX.Element {
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [asking, run] = useTrying()
  return (
    <form
      className="stack"
      noValidate
      onSubmit={run(async () => onKey(await client.call('POST /auth/two-factor', { body: { password } })))}
    >
      <p>You need an authenticator: an app on your phone, or the password keeper you use.</p>
      {account.hasPassword && (
        <div className="shown">
          <PasswordField isShown={isShown} value={password} onChange={setPassword} />
          <Button onPress={() => setShown(!isShown)} label={isShown ? 'Hide password' : 'Show password'}>
            {isShown ? 'Hide' : 'Show'}
          </Button>
        </div>
      )}
      <Refused problem={asking.problem} opening="Not yet." />
      {asking.problem?.code === 'sign-in-again' ? (
        <Button kind="ink" wide onPress={() => void signOut()}>
          Sign in again
        </Button>
      ) : (
        <Button
          type="submit"
          kind="ink"
          wide
          isBusy={asking.isBusy}
          busy="Making a key"
          can={
            account.hasPassword && password === '' ? { ok: false, because: 'Your password, once more.' } : { ok: true }
          }
        >
          Make a key
        </Button>
      )}
    </form>
  )
}

function ProveKey({
  keyShown: { secret, uri, qr },
  onCodes,
}: {
  keyShown: Key
  onCodes: (codes: readonly string[]) => void
}): JSX.Element {
  const [code, setCode] = useState('')
  const [asking, run] = useTrying()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const isWrong = asking.problem?.code === 'code-wrong'
  return (
    <form
      className="stack"
      ref={form}
      noValidate
      onSubmit={run(async () => {
        const { recoveryCodes } = await client.call('PUT /auth/two-factor', { body: { code: code.trim() } })
        onCodes(recoveryCodes)
      })}
    >
      <p>Scan this with the authenticator, then type the six digits it shows.</p>
      <img
        className="key-picture"
        width="192"
        height="192"
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt="The key as a code to scan"
      />
      <p className="small">
        No camera? <a href={uri}>Open the authenticator on this device</a>, or type the key:{' '}
        <code className="key-text">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <TextField
        label="The six digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        fault={isWrong ? asking.problem?.detail : undefined}
        onChange={setCode}
      />
      <Refused problem={isWrong ? undefined : asking.problem} opening="Not yet." />
      <Button type="submit" kind="ink" wide isBusy={asking.isBusy} busy="Checking">
        Switch it on
      </Button>
    </form>
  )
}

function RecoveryCodes({ codes }: { codes: readonly string[] }): JSX.Element {
  const [said, setSaid] = useState('')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.focus(), [])
  function copy(): void {
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser keeps its clipboard to itself. Please write them down.'),
    )
  }
  async function goOn(): Promise<void> {
    await askWho()
    askAgain()
  }
  return (
    <>
      <ul className="key-codes" tabIndex={-1} ref={list} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <Button kind="text" onPress={copy}>
          Copy them
        </Button>{' '}
        <span role="status">{said}</span>
      </p>
      <Button kind="ink" wide onPress={() => void goOn()}>
        They are kept. To work
      </Button>
    </>
  )
}
