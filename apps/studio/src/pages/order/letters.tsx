import type { DeskOrder } from '@flora/contract/desk-order.ts'
import type { JSX } from 'react'
import { learn } from '../../asking/answers.ts'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { momentWords } from '@flora/calendar/wall-time.ts'

const stateWords = { sent: 'sent', waiting: 'on its way', 'not-needed': 'not needed any more' } as const

/** The letters about an order; each can be sent once more, as the order stands now. */
export function Letters({ desk }: { desk: DeskOrder }): JSX.Element | null {
  const { timeZone, today } = useShopClock()
  const doing = useDo()
  const params = { orderId: desk.order.id }
  if (desk.letters.length === 0) return null
  return (
    <Section title="Letters">
      <ul className="letters">
        {desk.letters.map(({ once, label, recipient, at, state, can }) => (
          <li key={once}>
            <p>
              <b>{label}</b> <span className="soft">{stateWords[state]}</span>
              <span className="hint block">
                {recipient}, {momentWords(at, { timeZone, ...(today && { today }) })}
              </span>
            </p>
            <Button
              small
              can={can.resend}
              isBusy={doing.isBusy}
              label={`Send again: ${label}`}
              onPress={() =>
                void doing.run(
                  async () =>
                    learn(
                      'GET /desk/orders/:orderId',
                      { params },
                      await shop.call('POST /desk/orders/:orderId/letters', { params, body: { once } }),
                    ),
                  `${label} goes to ${recipient} again.`,
                )
              }
            >
              Send again
            </Button>
          </li>
        ))}
      </ul>
      <Refused problem={doing.problem} />
    </Section>
  )
}
