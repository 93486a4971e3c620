import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { ErasureOutlook } from '@flora/contract/privacy.ts'
import { type JSX, type RefObject, useRef, useState } from 'react'
import { tellSignedInChanged } from '../../account-hint.ts'
import { refreshCart } from '../../cart-store.ts'
import { TextField } from '../../components/text-field.tsx'
import { inWords } from '../cart/cart-words.ts'
import { PasswordField } from '../sign-in/password-field.tsx'
import { saidOf, useAsking } from '../sign-in/use-asking.ts'
import { Question, type QuestionHandle } from './question.tsx'

interface EraseAccountProps {
  readonly outlook: ErasureOutlook
  readonly onErased: (message: string) => void
}

/** Erasing the account: what goes, what tax law keeps, and one more question before it is done. */
export function EraseAccount({ outlook, onErased }: EraseAccountProps): JSX.Element {
  const { can, invoicesKept } = outlook
  const question = useRef<QuestionHandle>(null)
  return (
    <section className="acc-part" aria-labelledby="data-erase">
      <h2 id="data-erase">Erase it</h2>
      <p>
        Your account, addresses, reminders, cards and favourites go, and the names and words in your orders.{' '}
        {keptWords(invoicesKept)}
      </p>
      <div className="acts">
        <div>
          <button
            type="button"
            className={can.ok ? 'btn btn-line' : 'btn'}
            aria-disabled={can.ok ? undefined : true}
            aria-describedby={can.ok ? undefined : 'erase-why'}
            onClick={() => can.ok && question.current?.ask()}
          >
            Erase my account
          </button>
          {!can.ok && (
            <span className="why" id="erase-why">
              {can.because}
            </span>
          )}
        </div>
      </div>
      {can.ok && <EraseQuestion outlook={outlook} onErased={onErased} handle={question} />}
    </section>
  )
}

interface EraseQuestionProps extends EraseAccountProps {
  readonly handle: RefObject<QuestionHandle | null>
}

function EraseQuestion({ outlook: { hasPassword }, onErased, handle }: EraseQuestionProps): JSX.Element {
  const [password, setPassword] = useState('')
  const [typed, setTyped] = useState('')
  const [faults, setFaults] = useState<{ password?: string; typed?: string }>({})
  const [asking, run] = useAsking({ 'password-wrong': 'erase-password' })
  const wrong = saidOf(asking, 'password-wrong')

  async function erase(): Promise<void> {
    const found = {
      ...(hasPassword && password === '' && { password: 'Please type your password.' }),
      ...(typed.trim().toLowerCase() !== 'erase' && { typed: 'Please type the word erase.' }),
    }
    setFaults(found)
    if (found.password !== undefined) return document.getElementById('erase-password')?.focus()
    if (found.typed !== undefined) return document.getElementById('erase-word')?.focus()
    await run(async () => {
      const body = { password, confirm: 'erase' as const }
      const { message } = await createClient(browserCarrier()).call('POST /account/erasure', { body })
      handle.current?.close()
      tellSignedInChanged()
      onErased(message)
      await refreshCart()
    })
  }

  return (
    <Question
      ref={handle}
      question="Erase everything of yours?"
      answers={{ act: 'Erase it', acting: 'Erasing', keep: 'Keep it' }}
      asking={asking}
      saidElsewhere={wrong !== undefined}
      onAct={erase}
    >
      <p>It can’t be undone, by us neither.</p>
      {hasPassword && (
        <PasswordField
          id="erase-password"
          label="Your password"
          autoComplete="current-password"
          value={password}
          fault={faults.password ?? wrong}
          onType={(now) => {
            setPassword(now)
            setFaults(without(faults, 'password'))
          }}
        />
      )}
      <TextField
        id="erase-word"
        label="Type erase, so that it is no slip of the finger"
        autoComplete="off"
        maxLength={10}
        value={typed}
        fault={faults.typed}
        onType={(now) => {
          setTyped(now)
          setFaults(without(faults, 'typed'))
        }}
      />
    </Question>
  )
}

function without<T extends object>(faults: T, name: keyof T): T {
  return { ...faults, [name]: undefined }
}

function keptWords(invoices: number): string {
  if (invoices === 0) return 'Nothing stays.'
  return `The figures of ${invoices === 1 ? 'one invoice stay' : `${inWords(invoices)} invoices stay`}, since tax law asks for them.`
}
