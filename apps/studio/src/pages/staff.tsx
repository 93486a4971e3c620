import type { Role } from '@flora/contract/permissions.ts'
import type { Staff, StaffMember } from '@flora/contract/staff.ts'
import { type JSX, useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status-badge.tsx'
import { InviteStaff } from '../forms/staff-invite.tsx'
import { ChangeRole } from '../forms/staff-role.tsx'
import { WithdrawInvitation } from '../forms/staff-withdraw.tsx'
import { count } from '../words/counts.ts'
import { roleWords } from '../words/roles.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** Who works here, as what, and who was asked to. */
export function Component(): JSX.Element {
  const answer = useAsk('GET /staff', {})
  return <Answered answer={answer}>{(staff) => <Everybody staff={staff} />}</Answered>
}

type Open = { kind: 'invite' } | { kind: 'role'; member: StaffMember } | { kind: 'withdraw'; email: string }

function Everybody({ staff }: { staff: Staff }): JSX.Element {
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const withoutFactor = staff.people.filter(({ hasTwoFactor }) => !hasTwoFactor).length
  return (
    <>
      <PageHeader
        title="Staff"
        lead={
          withoutFactor === 0
            ? `${count(staff.people.length, 'person', 'people')}, all with a code from their phone.`
            : `${count(staff.people.length, 'person', 'people')}, ${withoutFactor} without a code from their phone.`
        }
      >
        <Button kind="ink" can={staff.can.invite} onPress={() => setOpen({ kind: 'invite' })}>
          Invite somebody
        </Button>
      </PageHeader>
      <Section title="Who works here">
        <ul className="people">
          {staff.people.map((member) => (
            <Person key={member.accountId} member={member} onChange={() => setOpen({ kind: 'role', member })} />
          ))}
        </ul>
      </Section>
      {staff.invitations.length > 0 && (
        <Section title="Asked, and not answered yet">
          <Invitations staff={staff} onWithdraw={(email) => setOpen({ kind: 'withdraw', email })} />
        </Section>
      )}
      <Section title="Who may do what">
        <dl className="facts">
          {(['owner', 'manager', 'florist', 'driver'] as const).map((role) => (
            <div key={role} className="fact-pair">
              <dt>{roleWords[role].name}</dt>
              <dd>{roleWords[role].may}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {open?.kind === 'invite' && <InviteStaff onClose={close} />}
      {open?.kind === 'role' && <ChangeRole member={open.member} onClose={close} />}
      {open?.kind === 'withdraw' && <WithdrawInvitation email={open.email} onClose={close} />}
    </>
  )
}

function Person({ member, onChange }: { member: StaffMember; onChange: () => void }): JSX.Element {
  const clock = useShopClock()
  const { name, email, role, lastSeenAt, hasTwoFactor, isYou, can } = member
  return (
    <li>
      <p>
        <b>{name}</b> {isYou && <span className="soft">you</span>}
        <span className="block soft">
          {roleWords[role].name}, {email}
          {lastSeenAt === undefined ? '. Not signed in anywhere.' : `. Last here ${momentWords(lastSeenAt, clock)}.`}
        </span>
      </p>
      {hasTwoFactor ? <Badge mark="delivered">Code from a phone</Badge> : <Badge mark="risk">Password only</Badge>}
      <Button small can={can.changeRole} label={`Change the role of ${name}`} onPress={onChange}>
        Change role
      </Button>
    </li>
  )
}

function Invitations({ staff, onWithdraw }: { staff: Staff; onWithdraw: (email: string) => void }): JSX.Element {
  const clock = useShopClock()
  return (
    <ul className="people">
      {staff.invitations.map(({ email, role, expiresAt }: { email: string; role: Role; expiresAt: string }) => (
        <li key={email}>
          <p>
            <b>{email}</b>
            <span className="block soft">
              {roleWords[role].name}. The link is good until {momentWords(expiresAt, clock)}.
            </span>
          </p>
          <Button
            small
            can={staff.can.invite}
            label={`Withdraw the invitation of ${email}`}
            onPress={() => onWithdraw(email)}
          >
            Withdraw
          </Button>
        </li>
      ))}
    </ul>
  )
}
