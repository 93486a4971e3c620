import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Profile } from '@flora/contract/customers.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing } from '../../ask-shop.ts'
import { TextField } from '../../components/text-field.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { visitContext } from '../../visit.ts'
import { phoneFault } from '../checkout/faults.ts'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { MonthlyLetter } from './monthly-letter.tsx'

type Preferences = Profile['preferences']

interface Details {
  readonly profile: Profile
  /** Absent when that could not be asked: then it isn't offered. */
  readonly hasLetter: boolean | undefined
}

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Details> {
  const { client } = context.get(visitContext)
  const profile = await orSignIn(client.call('GET /account/profile', {}), request)
  return { profile, hasLetter: (await orNothing(client.call('GET /account/newsletter', {})))?.isWanted }
}

/** Name, telephone, what she likes, and whether we write to her. */
export function Component(): JSX.Element {
  const { profile, hasLetter } = useLoaderData<typeof loader>()
  return (
    <AccountFrame title="You" heading="You, and what you like.">
      <ProfileForm profile={profile} />
      {hasLetter !== undefined && <MonthlyLetter isWanted={hasLetter} />}
    </AccountFrame>
  )
}

function ProfileForm({ profile }: { profile: Profile }): JSX.Element {
  const [name, setName] = useState(profile.name)
  const [phone, setPhone] = useState(profile.phone)
  const [preferences, setPreferences] = useState<Preferences>(profile.preferences)
  const [faults, setFaults] = useState<{ name?: string | undefined; phone?: string | undefined }>({})
  const [asking, run] = useAsking()

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = { ...(name.trim() === '' && { name: 'Please tell us your name.' }), phone: phoneFault(phone) }
    setFaults(found)
    if (found.name !== undefined) return document.getElementById('details-name')?.focus()
    if (found.phone !== undefined) return document.getElementById('details-phone')?.focus()
    await run(async () => {
      await createClient(browserCarrier()).call('PATCH /account/profile', {
        body: { name: name.trim(), phone: phone.trim(), preferences: chosenIn(preferences) },
      })
      toast({ words: 'Kept.' })
    })
  }

  return (
    <form className="acc-form" onSubmit={(event) => void save(event)} noValidate>
      <div className="fields">
        <TextField
          id="details-name"
          label="Your name"
          autoComplete="name"
          maxLength={80}
          value={name}
          fault={faults.name}
          onType={(typed) => {
            setName(typed)
            setFaults({ ...faults, name: undefined })
          }}
        />
        <TextField
          id="details-phone"
          label="Your mobile"
          optional
          type="tel"
          autoComplete="tel"
          maxLength={24}
          value={phone}
          fault={faults.phone}
          hint="Filled in at the checkout. We ring only about an order."
          onType={(typed) => {
            setPhone(typed)
            setFaults({ ...faults, phone: undefined })
          }}
        />
      </div>
      <p className="small acc-note">
        Your e-mail is {profile.email}. <Link to="/account/security">Change it</Link>.
      </p>
      {preferences.map((preference) => (
        <Favourites
          key={preference.name}
          preference={preference}
          onChange={(changed) => setPreferences(preferences.map((one) => (one.name === changed.name ? changed : one)))}
        />
      ))}
      <Refused asking={asking} opening="Not kept." />
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Keeping' : 'Keep this'}
        </button>
      </div>
    </form>
  )
}

const legends: Readonly<Record<Preferences[number]['name'], string>> = {
  occasion: 'What you send flowers for',
  colour: 'Colours you like',
  mood: 'Moods you like',
}

interface FavouritesProps {
  readonly preference: Preferences[number]
  readonly onChange: (changed: Preferences[number]) => void
}

function Favourites({ preference, onChange }: FavouritesProps): JSX.Element {
  const { name, values } = preference
  const mark = (value: string, chosen: boolean): void =>
    onChange({ ...preference, values: values.map((one) => (one.value === value ? { ...one, chosen } : one)) })
  return (
    <fieldset className="acc-likes">
      <legend className="q">{legends[name]}</legend>
      <div className="acc-favourites">
        {values.map(({ value, label: word, chosen }) => (
          <label key={value} className="check">
            <input type="checkbox" checked={chosen} onChange={(event) => mark(value, event.target.checked)} />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function chosenIn(preferences: Preferences): Partial<Record<Preferences[number]['name'], string[]>> {
  return Object.fromEntries(
    preferences.map(({ name, values }) => [name, values.filter(({ chosen }) => chosen).map(({ value }) => value)]),
  )
}
