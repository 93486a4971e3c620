import type { JSX } from 'react'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import type { PartProps } from '../settings.tsx'

const mostLines = 7

/** When the door is open, in the shop's own words. Delivery days have a page of their own. */
export function HoursFields({ typed: { hours }, change, faultOf }: PartProps): JSX.Element {
  const at = (index: number, part: Partial<(typeof hours)[number]>): void =>
    change({ hours: hours.map((line, other) => (other === index ? { ...line, ...part } : line)) })
  return (
    <Section title="Opening hours">
      <p className="soft">As they stand at the foot of every page. Delivery days and cut-offs are under Delivery.</p>
      <ul className="hour-lines">
        {hours.map((line, index) => (
          // Lines have no name of their own, and two may say the same while one is typed.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <TextField
              label={`Days, line ${index + 1}`}
              hideLabel={index > 0}
              value={line.days}
              maxLength={40}
              fault={faultOf(`hours.${index}.days`)}
              onChange={(days) => at(index, { days })}
            />
            <TextField
              label={`Hours, line ${index + 1}`}
              hideLabel={index > 0}
              value={line.text}
              maxLength={40}
              fault={faultOf(`hours.${index}.text`)}
              onChange={(text) => at(index, { text })}
            />
            <Button
              kind="text"
              small
              label={`Remove line ${index + 1} of the opening hours`}
              can={hours.length > 1 ? { ok: true } : { ok: false, because: 'One line stays.' }}
              onPress={() => change({ hours: hours.filter((_, other) => other !== index) })}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <Button
        small
        can={hours.length < mostLines ? { ok: true } : { ok: false, because: 'Seven lines at most.' }}
        onPress={() => change({ hours: [...hours, { days: '', text: '' }] })}
      >
        Add a line
      </Button>
    </Section>
  )
}
