import { newId, type NoteId, type OrderId } from '@flora/contract/ids.ts'
import { lockOrder } from '../orders/index.ts'
import type { Caller } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { noSuchOrder, notYourNote, tooManyNotes } from './errors.ts'
import { countNotes, deleteNote, findNoteWriter, insertNote } from './note-queries.ts'

// One reads notes; beyond this nobody does.
const mostNotes = 50

type Noting = Pick<Shop, 'inTransaction' | 'clock'>

/** Writes a note that only staff see. */
export function addNote(
  { inTransaction, clock }: Noting,
  { orderId, text, caller }: { orderId: OrderId; text: string; caller: Pick<Caller, 'accountId' | 'name'> },
): Promise<void> {
  return inTransaction(async (tx) => {
    if (!(await lockOrder(tx, orderId))) throw noSuchOrder()
    if ((await countNotes(tx, orderId)) >= mostNotes) throw tooManyNotes()
    const { accountId, name } = caller
    await insertNote(tx, { id: newId('nte'), orderId, accountId, who: name, text, at: clock.now() })
  })
}

/** Removes a note of one's own; one that is gone already is no mistake. */
export function removeNote(
  { inTransaction }: Noting,
  { orderId, noteId, caller }: { orderId: OrderId; noteId: NoteId; caller: Pick<Caller, 'accountId'> },
): Promise<void> {
  return inTransaction(async (tx) => {
    if (!(await lockOrder(tx, orderId))) throw noSuchOrder()
    const writer = await findNoteWriter(tx, { orderId, noteId })
    if (writer === undefined) return
    if (writer !== caller.accountId) throw notYourNote()
    await deleteNote(tx, noteId)
  })
}
