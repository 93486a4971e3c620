import {
  type ChangeEvent,
  type JSX,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { nowMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { afterPress } from './after-press.ts'
import {
  caretAfterDigits,
  type CardFault,
  type CardTyped,
  cardFaults,
  digitsOf,
  formatCardNumber,
  formatExpiry,
  formatSecurityCode,
} from './card-fields.ts'
import type { PaymentHandle } from './payment-fields.tsx'
import { payWithTypedCard, type SandboxGateway } from './sandbox-gateway.ts'

interface SandboxCardProps {
  readonly gateway: SandboxGateway
  readonly busy: boolean
  readonly ref: Ref<PaymentHandle>
}

type FieldName = keyof CardTyped

const empty: CardTyped = { number: '', expiry: '', code: '' }

/** The card form of a shop without Stripe keys. It talks to the stand-in as Stripe.js talks to Stripe, and says that it is a test. */
export function SandboxCard({ gateway, busy, ref }: SandboxCardProps): JSX.Element {
  const { card, faults, change, leave, put, check } = useTypedCard()
  const inputs = {
    number: useRef<HTMLInputElement>(null),
    expiry: useRef<HTMLInputElement>(null),
    code: useRef<HTMLInputElement>(null),
  }
  useImperativeHandle(ref, () => ({
    check: async () => {
      const found = check()
      const first = (['number', 'expiry', 'code'] as const).find((name) => found[name] !== undefined)
      if (first !== undefined) inputs[first].current?.focus()
      return first === undefined
    },
    pay: (sheet) => payWithTypedCard(gateway, card, sheet),
  }))
  const shared = (name: FieldName) => ({
    value: card[name],
    fault: faults[name],
    busy,
    inputRef: inputs[name],
    onLeave: () => leave(name),
  })
  return (
    <div className="stripe">
      <p className="banner butter test-mode">
        <span>
          <b>Test mode: no real card is charged.</b> This shop has no payment keys yet.
        </span>
      </p>
      <CardInput
        {...shared('number')}
        label="Card number"
        placeholder="1234 1234 1234 1234"
        autoComplete="cc-number"
        format={formatCardNumber}
        onType={(value) => change('number', value)}
      />
      <div className="fields">
        <div className="f3">
          <CardInput
            {...shared('expiry')}
            label="Expiry"
            placeholder="MM / YY"
            autoComplete="cc-exp"
            format={formatExpiry}
            onType={(value) => change('expiry', value)}
          />
        </div>
        <div className="f3">
          <CardInput
            {...shared('code')}
            label="Security code"
            autoComplete="cc-csc"
            format={(typed) => formatSecurityCode(typed, card.number)}
            onType={(value) => change('code', value)}
          />
        </div>
      </div>
      <TestCards
        onUse={(number) => put({ number: formatCardNumber(number), expiry: formatExpiry(nextYear()), code: '123' })}
      />
    </div>
  )
}

interface TypedCard {
  readonly card: CardTyped
  readonly faults: CardFault
  readonly change: (name: FieldName, value: string) => void
  readonly leave: (name: FieldName) => void
  readonly put: (card: CardTyped) => void
  /** Shows every fault there is now, and gives them. */
  readonly check: () => CardFault
}

function useTypedCard(): TypedCard {
  const [card, setCard] = useState(empty)
  const [faults, setFaults] = useState<CardFault>({})

  function change(name: FieldName, value: string): void {
    setCard((before) => ({ ...before, [name]: value }))
    // A fault goes as soon as it is mended; a new one waits until the field is left.
    if (faults[name] !== undefined && cardFaults({ ...card, [name]: value }, thisMonth())[name] === undefined) {
      setFaults((before) => without(before, name))
    }
  }

  function leave(name: FieldName): void {
    if (card[name] === '') return
    const fault = cardFaults(card, thisMonth())[name]
    afterPress(() =>
      setFaults((before) => (fault === undefined ? without(before, name) : { ...before, [name]: fault })),
    )
  }

  function check(): CardFault {
    const found = cardFaults(card, thisMonth())
    setFaults(found)
    return found
  }

  function put(next: CardTyped): void {
    setCard(next)
    setFaults({})
  }

  return { card, faults, change, leave, put, check }
}

function without(faults: CardFault, name: FieldName): CardFault {
  return Object.fromEntries(Object.entries(faults).filter(([field]) => field !== name))
}

interface CardInputProps {
  readonly label: string
  readonly value: string
  readonly fault: string | undefined
  readonly busy: boolean
  readonly placeholder?: string
  readonly autoComplete: string
  readonly inputRef: { readonly current: HTMLInputElement | null }
  readonly format: (typed: string, before: string) => string
  readonly onType: (value: string) => void
  readonly onLeave: () => void
}

function CardInput({
  label,
  value,
  fault,
  busy,
  placeholder,
  autoComplete,
  inputRef,
  format,
  onType,
  onLeave,
}: CardInputProps): JSX.Element {
  const id = useId()
  const caret = useRef<number>(undefined)

  // Formatting moves text about; the cursor stays behind the digit it was behind.
  useLayoutEffectInBrowser(() => {
    if (caret.current === undefined || document.activeElement !== inputRef.current) return
    inputRef.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })

  function type(event: ChangeEvent<HTMLInputElement>): void {
    const { value: typed, selectionStart } = event.target
    const formatted = format(typed, value)
    const atEnd = selectionStart === null || selectionStart >= typed.length
    caret.current = atEnd
      ? formatted.length
      : caretAfterDigits(formatted, digitsOf(typed.slice(0, selectionStart)).length)
    onType(formatted)
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input num"
        id={id}
        ref={inputRef}
        value={value}
        placeholder={placeholder}
        inputMode="numeric"
        autoComplete={autoComplete}
        readOnly={busy}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={type}
        onBlur={onLeave}
      />
      {fault !== undefined && (
        <p className="error" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}

const tests = [
  { number: '4242 4242 4242 4242', what: 'pays' },
  { number: '4000 0000 0000 0002', what: 'is declined' },
  { number: '4000 0027 6000 3184', what: 'asks for 3-D Secure' },
] as const

function TestCards({ onUse }: { onUse: (number: string) => void }): JSX.Element {
  return (
    <dl className="test-cards small">
      {tests.map(({ number, what }) => (
        <div key={number}>
          <dt className="num">
            <button type="button" className="linkish num" onClick={() => onUse(number)}>
              {number}
            </button>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

// React warns when a layout effect is part of what a server renders.
const useLayoutEffectInBrowser = typeof document === 'undefined' ? useEffect : useLayoutEffect

function thisMonth(): string {
  return onTheWall(nowMs(), 'UTC').day.slice(0, 7)
}

function nextYear(): string {
  const day = onTheWall(nowMs(), 'UTC').day
  return `${day.slice(5, 7)}${String(Number(day.slice(2, 4)) + 1).padStart(2, '0')}`
}
