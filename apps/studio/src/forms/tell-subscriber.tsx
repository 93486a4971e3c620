import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import type { JSX } from 'react'
import { CheckField } from '../components/fields.tsx'

interface TellSubscriberProps {
  readonly desk: DeskSubscription
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Whether what is done for a subscriber is told her. */
export function TellSubscriber({ desk, isOn, onChange }: TellSubscriberProps): JSX.Element {
  return (
    <CheckField label="Tell the subscriber by letter" note={`To ${desk.owner.email}`} isOn={isOn} onChange={onChange} />
  )
}
