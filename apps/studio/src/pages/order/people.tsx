import type { DeskOrder } from '@flora/contract/desk-order.ts'
import { type JSX, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { ChangeBuyer } from '../../forms/buyer-change.tsx'

/** Who pays, and how to reach her. */
export function People({ desk }: { desk: DeskOrder }): JSX.Element {
  const { buyer } = desk.order
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title="Buyer" aside={desk.account === undefined ? 'Guest' : 'Has an account'}>
      <address>
        <b>{buyer.name}</b>
        <br />
        <a href={`mailto:${buyer.email}`}>{buyer.email}</a>
        {buyer.phone !== '' && (
          <>
            <br />
            <a href={`tel:${buyer.phone.replaceAll(' ', '')}`}>{buyer.phone}</a>
          </>
        )}
      </address>
      <div className="acts">
        <Button small can={desk.can.changeBuyer} onPress={() => setOpen(true)}>
          Correct
        </Button>
      </div>
      {isOpen && <ChangeBuyer desk={desk} onClose={() => setOpen(false)} />}
    </Section>
  )
}
