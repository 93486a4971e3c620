import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Reminder } from '@flora/contract/reminders.ts'
import { type JSX, useState } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing } from '../../ask-shop.ts'
import { useShop } from '../../components/shell.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { visitContext } from '../../visit.ts'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { focusOnList, focusSoon } from './focus.ts'
import { type Occasion, ReminderForm } from './reminder-form.tsx'
import { nextSentence, whenWords, yearDayWords } from './reminder-words.ts'
import { Unfold } from './unfold.tsx'

interface Days {
  readonly reminders: readonly Reminder[]
  readonly occasions: readonly Occasion[]
}

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Days> {
  const { client } = context.get(visitContext)
  const reminders = await orSignIn(client.call('GET /account/reminders', {}), request)
  // The occasions have their words there; a reminder does without one too.
  const profile = await orNothing(client.call('GET /account/profile', {}))
  const values = profile?.preferences.find(({ name }) => name === 'occasion')?.values ?? []
  return { reminders, occasions: values.map(({ value, label }) => ({ value, label })) }
}

/** The days of a year she would not want to forget, and a letter before each. */
export function Component(): JSX.Element {
  const { reminders: loaded, occasions } = useLoaderData<typeof loader>()
  const [reminders, setReminders] = useState(loaded)
  // The one that is being changed.
  const [open, setOpen] = useState<string>()

  function fold(id: string): void {
    setOpen(undefined)
    focusSoon(`${id}-change`)
  }
  return (
    <AccountFrame
      title="Your reminders"
      heading={nextSentence(reminders)}
      lead={
        reminders.length === 0
          ? 'Tell us a birthday or an anniversary, and a letter comes in time for flowers.'
          : 'A letter before each, once a year. Every letter has a link that ends it.'
      }
    >
      <ul className="acc-rows" id="acc-list" tabIndex={-1}>
        {reminders.map((reminder) =>
          open === reminder.id ? (
            <li key={reminder.id} className="acc-wide">
              <ReminderForm
                reminder={reminder}
                occasions={occasions}
                onSaved={(all) => {
                  setReminders(all)
                  fold(reminder.id)
                  toast({ words: 'Kept.' })
                }}
                onLeave={() => fold(reminder.id)}
              />
            </li>
          ) : (
            <ReminderRow
              key={reminder.id}
              reminder={reminder}
              occasion={occasions.find(({ value }) => value === reminder.occasion)}
              onChange={() => {
                setOpen(reminder.id)
                focusSoon(`${reminder.id}-name`)
              }}
              onReminders={setReminders}
            />
          ),
        )}
      </ul>
      <Unfold label="Add a day">
        {(close) => (
          <ReminderForm
            occasions={occasions}
            onSaved={(all) => {
              setReminders(all)
              close()
              toast({ words: 'Kept. We’ll write in time.' })
            }}
            onLeave={close}
          />
        )}
      </Unfold>
    </AccountFrame>
  )
}

interface ReminderRowProps {
  readonly reminder: Reminder
  readonly occasion: Occasion | undefined
  readonly onChange: () => void
  readonly onReminders: (reminders: readonly Reminder[]) => void
}

function ReminderRow({ reminder, occasion, onChange, onReminders }: ReminderRowProps): JSX.Element {
  const { id, name, yearDay, isMuted } = reminder
  const [asking, run] = useAsking()
  const today = useShop()?.facts.today
  const client = createClient(browserCarrier())
  const params = { reminderId: id }

  function mute(): Promise<void> {
    return run(async () =>
      onReminders(await client.call('PATCH /account/reminders/:reminderId', { params, body: { isMuted: !isMuted } })),
    )
  }
  function forget(): Promise<void> {
    return run(async () => {
      onReminders(await client.call('DELETE /account/reminders/:reminderId', { params }))
      focusOnList()
      const { id: _, isMuted: __, nextDay: ___, letterDay: ____, ...kept } = reminder
      const restore = async (): Promise<void> => {
        onReminders(await client.call('POST /account/reminders', { body: kept }))
      }
      toast({ words: `${name} is forgotten.`, undo: { label: 'Undo', run: () => void run(restore) } })
    })
  }

  return (
    <li>
      <div>
        <p>
          <b>{name}</b>, {yearDayWords(yearDay)} {isMuted && <span className="soft small">muted</span>}
        </p>
        <p className="small">{whenWords(reminder, today)}</p>
        {occasion !== undefined && (
          <p className="small">
            <Link to={`/occasions/${occasion.value}`}>Flowers for it</Link>
          </p>
        )}
        <Refused asking={asking} opening="Not done." />
      </div>
      <div className="acc-acts">
        <button type="button" className="btn btn-text" onClick={() => void mute()}>
          {isMuted ? 'Write again' : 'Mute'}
          <span className="vh"> ({name})</span>
        </button>
        <button type="button" className="btn btn-text" id={`${id}-change`} onClick={onChange}>
          Change<span className="vh"> {name}</span>
        </button>
        <button type="button" className="btn btn-text" onClick={() => void forget()}>
          Forget<span className="vh"> {name}</span>
        </button>
      </div>
    </li>
  )
}
