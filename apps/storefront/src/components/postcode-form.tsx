import { useId, useState, type FormEvent, type JSX } from 'react'
import { useLocation, useNavigate, useRevalidator } from 'react-router'
import { rememberPostcode } from '../visit.ts'

interface PostcodeFormProps {
  readonly postcode: string | undefined
  /** The suburb's name, when the postcode has one. */
  readonly place?: string | undefined
  readonly small?: boolean
}

/** "Delivering to 3067 Abbotsford": one line that is a form. Without script it asks the same page by its address. */
export function PostcodeForm({ postcode, place, small = false }: PostcodeFormProps): JSX.Element {
  const id = useId()
  const { pathname, hash } = useLocation()
  const navigate = useNavigate()
  const { revalidate, state } = useRevalidator()
  const [wrong, setWrong] = useState(false)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('postcode') ?? '').trim()
    setWrong(!/^\d{4}$/.test(typed))
    if (!/^\d{4}$/.test(typed)) return
    rememberPostcode(typed)
    const search = new URLSearchParams(location.search)
    // The address must not contradict what was just typed.
    if (search.has('postcode')) {
      search.delete('postcode')
      void navigate({ pathname, search: search.toString(), hash }, { replace: true, preventScrollReset: true })
    } else void revalidate()
  }

  return (
    <form
      className={small ? 'ask ask-s' : 'ask'}
      action={pathname}
      onSubmit={submit}
      noValidate
      aria-busy={state === 'loading'}
    >
      <label htmlFor={id}>Delivering to</label>
      <input
        id={id}
        name="postcode"
        defaultValue={postcode ?? ''}
        key={postcode}
        placeholder="3000"
        inputMode="numeric"
        pattern="[0-9]{4}"
        maxLength={4}
        autoComplete="postal-code"
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-place`}
        required
      />
      <span id={`${id}-place`}>{place}</span>
      <button className={postcode === undefined ? 'btn' : 'btn btn-line'}>
        {postcode === undefined ? 'See days' : 'Change'}
      </button>
      {wrong && (
        <p className="error ask-error" role="alert">
          Four digits, like 3067.
        </p>
      )}
    </form>
  )
}
