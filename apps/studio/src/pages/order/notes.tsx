import type { DeskOrder } from '@flora/contract/desk-order.ts'
import { type JSX, useState } from 'react'
import { learn } from '../../asking/answers.ts'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { momentWords } from '@flora/calendar/wall-time.ts'

/** What staff tell each other about an order. */
export function Notes({ desk }: { desk: DeskOrder }): JSX.Element {
  const { timeZone, today } = useShopClock()
  const [text, setText] = useState('')
  const doing = useDo()
  const params = { orderId: desk.order.id }
  async function add(): Promise<void> {
    if (text.trim() === '') return
    const done = await doing.run(
      async () =>
        learn(
          'GET /desk/orders/:orderId',
          { params },
          await shop.call('POST /desk/orders/:orderId/notes', { params, body: { text } }),
        ),
      'Noted.',
    )
    if (done) setText('')
  }
  const remove = (noteId: (typeof desk.notes)[number]['id']): void =>
    void doing.run(
      () => shop.call('DELETE /desk/orders/:orderId/notes/:noteId', { params: { ...params, noteId } }),
      'Removed.',
    )
  return (
    <Section title="Notes" aside={<span className="xs soft">Only staff see them</span>}>
      <ul className="notes">
        {desk.notes.map(({ id, at, who, text: said, can }) => (
          <li key={id}>
            <p>
              <b>
                {who}, {momentWords(at, { timeZone, today })}.
              </b>{' '}
              {said}
            </p>
            {can.remove.ok && (
              <Button kind="text" small label={`Remove the note of ${who}`} onPress={() => remove(id)}>
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="beside"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField
          label="Add a note"
          hideLabel
          placeholder="Add a note"
          maxLength={1_000}
          value={text}
          onChange={setText}
        />
        <Button type="submit" isBusy={doing.isBusy} busy="Adding">
          Add note
        </Button>
      </form>
      <Refused problem={doing.problem} />
    </Section>
  )
}
