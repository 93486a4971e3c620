import type { Permission } from '@flora/contract/text.ts'
import type { JSX } from 'react'
import { SelectField, TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import type { PartProps } from '../settings.tsx'

const zones = [
  'Australia/Melbourne',
  'Australia/Sydney',
  'Australia/Hobart',
  'Australia/Brisbane',
  'Australia/Adelaide',
  'Australia/Darwin',
  'Australia/Perth',
]

/** Name, address and how to reach the shop. */
export function ShopItself(props: PartProps & { canChangeTimeZone: Permission }): JSX.Element {
  const { typed, change, faultOf, canChangeTimeZone } = props
  const known = zones.includes(typed.timeZone) ? zones : [typed.timeZone, ...zones]
  return (
    <Section title="The shop" className="in-pairs">
      <div className="fields">
        <TextField
          label="Name"
          value={typed.name}
          maxLength={60}
          fault={faultOf('name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          label="What it is"
          value={typed.tagline}
          maxLength={80}
          hint="Stands beside the name: florists, Fitzroy"
          fault={faultOf('tagline')}
          onChange={(tagline) => change({ tagline })}
        />
        <TextField
          label="Telephone"
          type="tel"
          value={typed.phone}
          maxLength={30}
          fault={faultOf('phone')}
          onChange={(phone) => change({ phone })}
        />
        <TextField
          label="E-mail"
          type="email"
          value={typed.email}
          maxLength={254}
          fault={faultOf('email')}
          onChange={(email) => change({ email })}
        />
        <TextField
          label="Address"
          value={typed.address}
          maxLength={160}
          fault={faultOf('address')}
          onChange={(address) => change({ address })}
        />
        <TextField
          label="ABN"
          value={typed.abn}
          maxLength={20}
          hint="On every tax invoice."
          fault={faultOf('abn')}
          onChange={(abn) => change({ abn })}
        />
        <SelectField
          label="Time zone"
          value={typed.timeZone}
          hint={canChangeTimeZone.ok ? 'Days and cut-offs are counted in it.' : canChangeTimeZone.because}
          fault={faultOf('timeZone')}
          choices={known.map((zone) => ({
            value: zone,
            words: zone.replace('Australia/', '').replaceAll('_', ' '),
            isOff: !canChangeTimeZone.ok && zone !== typed.timeZone,
          }))}
          onChange={(timeZone) => change({ timeZone })}
        />
      </div>
    </Section>
  )
}
