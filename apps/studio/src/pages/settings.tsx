import type { ShopSettings } from '@flora/contract/settings.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDo } from '../asking/use-do.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { SaveBar } from '../components/save-bar.tsx'
import { Section } from '../components/section.tsx'
import { Refused } from '../components/trouble.tsx'
import { HoursFields } from './settings/hours-fields.tsx'
import { MoneyRules } from './settings/money-rules.tsx'
import { SettingsViews } from './settings/settings-views.tsx'
import { ShopItself } from './settings/shop-itself.tsx'

/** What an owner may say of the shop, as it stands in the fields. */
export type Typed = Omit<ShopSettings, 'version' | 'letters' | 'can' | 'currency'>

export interface PartProps {
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly faultOf: (path: string) => string | undefined
}

const names: Readonly<Record<keyof Typed, string>> = {
  name: 'name',
  tagline: 'tagline',
  phone: 'telephone',
  email: 'e-mail',
  address: 'address',
  abn: 'ABN',
  hours: 'opening hours',
  timeZone: 'time zone',
  gstBasisPoints: 'GST',
  holdMinutes: 'time to pay',
  subscriberDiscountBasisPoints: 'subscribers’ discount',
  trialDiscountBasisPoints: 'first delivery of a subscription',
}

/** The shop itself: what it says of itself, and its rules for money. */
export function Component(): JSX.Element {
  const answer = useAsk('GET /desk/settings', {})
  return (
    <>
      <PageHeader title="Settings" lead="What stands on every page, invoice and letter." views={<SettingsViews />} />
      <Answered answer={answer}>{(settings) => <Form key={settings.version} settings={settings} />}</Answered>
      <WholeShop />
    </>
  )
}

function Form({ settings }: { settings: ShopSettings }): JSX.Element {
  const { version, letters: _, can, currency: __, ...standing } = settings
  const [typed, setTyped] = useState<Typed>(standing)
  const doing = useDo()
  const changed = (Object.keys(names) as (keyof Typed)[]).filter(
    (name) => JSON.stringify(typed[name]) !== JSON.stringify(standing[name]),
  )
  const part: PartProps = {
    typed,
    change: (some) => setTyped((before) => ({ ...before, ...some })),
    faultOf: doing.faultOf,
  }
  function save(): void {
    const body = { version, ...Object.fromEntries(changed.map((name) => [name, typed[name]])) }
    void doing.run(() => shop.call('PATCH /desk/settings', { body }), 'Saved. Every page shows it now.')
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (can.change.ok) save()
      }}
    >
      <ShopItself {...part} canChangeTimeZone={can.changeTimeZone} />
      <HoursFields {...part} />
      <MoneyRules {...part} />
      <Refused problem={doing.problem} />
      <SaveBar
        changes={changed.map((name) => names[name])}
        isBusy={doing.isBusy}
        can={can.change}
        onDiscard={() => setTyped(standing)}
      />
    </form>
  )
}

function WholeShop(): JSX.Element | null {
  if (!useMay('shop/export')) return null
  return (
    <Section title="Take everything along">
      <p>
        The whole shop as one file: catalogue, orders, customers, articles, settings. Passwords stay behind. It holds
        everybody’s names and addresses, so keep it where nobody else can read it.
      </p>
      <p className="soft">
        To put it into an empty Flora: <code>npm run ops -- import-shop flora-shop.ndjson.gz</code>
      </p>
      <p className="head-acts">
        <a className="btn" href="/api/desk/export" download>
          Export the shop
        </a>
      </p>
    </Section>
  )
}
