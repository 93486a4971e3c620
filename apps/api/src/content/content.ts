import { dayAndYearInWords } from '@flora/calendar/in-words.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { ContentPermissions, ContentState } from '@flora/contract/content.ts'
import type { AccountId, ContentId } from '@flora/contract/ids.ts'
import { roleMay } from '@flora/contract/permissions.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { Caller } from '../platform/caller.ts'

/** What is locked when something is decided about a piece. */
export interface Piece {
  readonly id: ContentId
  readonly status: 'draft' | 'published' | 'archived'
  readonly summary: string
  readonly markdown: string
  readonly author: string
  readonly authorId: AccountId | null
  readonly version: number
  readonly publishedAt: Temporal.Instant | null
  /** When it was last noted that it is seen. */
  readonly appearedAt: Temporal.Instant | null
}

/** Somebody of the staff, as far as content is concerned. */
export interface Editor {
  readonly accountId: AccountId
  readonly name: string
  /** Publishes, archives, and changes what others wrote. */
  readonly mayPublish: boolean
}

export function editorOf({ accountId, name, role }: Caller): Editor {
  return { accountId, name, mayPublish: roleMay(role, 'content/publish') }
}

/** A no to this editor (`you`), who may ask somebody else, or to everybody as things stand. */
export interface No {
  readonly kind: 'refuse'
  readonly to: 'you' | 'everybody'
  readonly because: string
}
export type Decision = { readonly kind: 'allow' } | No

const allow = { kind: 'allow' } as const
const notYou = (because: string): No => ({ kind: 'refuse', to: 'you', because })
const nobody = (because: string): No => ({ kind: 'refuse', to: 'everybody', because })

type Standing = Pick<Piece, 'status' | 'publishedAt'>

export function stateOf({ status, publishedAt }: Standing, now: Temporal.Instant): ContentState {
  return status === 'published' && publishedAt && isAfter(publishedAt, now) ? 'scheduled' : status
}

/** Whether anybody but staff has ever been able to read it: then its addresses are out in the world. */
export function wasSeen(piece: Pick<Piece, 'status' | 'publishedAt' | 'appearedAt'>, now: Temporal.Instant): boolean {
  return piece.appearedAt !== null || stateOf(piece, now) === 'published'
}

/** Who writes may change her own draft; whoever publishes may change everything. */
export function decideEdit(
  piece: Standing & Pick<Piece, 'author' | 'authorId'>,
  editor: Editor,
  now: Temporal.Instant,
): Decision {
  if (editor.mayPublish) return allow
  if (piece.authorId !== editor.accountId)
    return notYou(`${piece.author || 'Somebody else'} wrote this. An owner or a manager can change it.`)
  switch (stateOf(piece, now)) {
    case 'draft':
      return allow
    case 'scheduled':
      return notYou('It’s on its way out. An owner or a manager can change it, or take it back.')
    case 'published':
      return notYou('It’s published. An owner or a manager can change it.')
    case 'archived':
      return notYou('It’s archived. An owner or a manager can change it.')
  }
}

/** What a reader would miss, as a sentence; a draft may lack it. */
export function whatIsMissing({ summary, markdown }: Pick<Piece, 'summary' | 'markdown'>): string | undefined {
  if (summary === '') return 'It needs a summary: that is what stands on its card.'
  if (markdown === '') return 'There is nothing to read in it yet.'
  return undefined
}

// Beyond these the year was mistyped.
const yearsAhead = 2
const yearsBack = 30

export type Publication =
  | { readonly kind: 'allow'; readonly at: Temporal.Instant; readonly state: 'scheduled' | 'published' }
  | (No & { readonly isIncomplete?: true })

/** From when a piece would be seen: `at`, or now. One that is seen may be dated back, not hidden by a later date. */
export function decidePublication(
  piece: Standing & Pick<Piece, 'summary' | 'markdown'>,
  editor: Pick<Editor, 'mayPublish'>,
  { at, now, zone }: { at: Temporal.Instant | undefined; now: Temporal.Instant; zone: string },
): Publication {
  if (!editor.mayPublish) return notYou('An owner or a manager publishes. Tell them that it’s ready.')
  if (stateOf(piece, now) === 'published') {
    if (at === undefined) return nobody('It’s published already.')
    if (isAfter(at, now)) return nobody('It’s there to be read. Archive it first if nobody should see it until then.')
  }
  const missing = whatIsMissing(piece)
  if (missing) return { ...nobody(missing), isIncomplete: true }
  const from = at ?? now
  const year = (instant: Temporal.Instant, years: number) => instant.toZonedDateTimeISO(zone).add({ years }).toInstant()
  if (isAfter(from, year(now, yearsAhead)) || isAfter(year(now, -yearsBack), from))
    return nobody(
      `${dayAndYearInWords(shopDayAt(from, zone))} is more than ${yearsAhead} years ahead or ${yearsBack} back. Is the year right?`,
    )
  return { kind: 'allow', at: from, state: isAfter(from, now) ? 'scheduled' : 'published' }
}

export type Archiving = { readonly kind: 'allow'; readonly becomes: 'archived' | 'draft' } | No

/** Takes a piece off the site. What nobody has seen is no archive's business: it becomes a draft again. */
export function decideArchiving(
  piece: Pick<Piece, 'status' | 'publishedAt' | 'appearedAt'>,
  editor: Pick<Editor, 'mayPublish'>,
  now: Temporal.Instant,
): Archiving {
  if (!editor.mayPublish) return notYou('An owner or a manager takes pieces off the site.')
  switch (piece.status) {
    case 'draft':
      return nobody('It’s a draft, and nobody sees it. Delete it if nobody needs it.')
    case 'archived':
      return nobody('It’s archived already.')
    case 'published':
      return { kind: 'allow', becomes: wasSeen(piece, now) ? 'archived' : 'draft' }
  }
}

/** Only what is not on the site, nor about to be, can go; and what was on it goes by whoever publishes. */
export function decideDeletion(
  piece: Standing & Pick<Piece, 'author' | 'authorId'>,
  editor: Editor,
  now: Temporal.Instant,
): Decision {
  switch (stateOf(piece, now)) {
    case 'published':
      return nobody('It’s published. Archive it first, then it can be deleted.')
    case 'scheduled':
      return nobody('It’s on its way out. Take it back first, then it can be deleted.')
    case 'archived':
      return editor.mayPublish ? allow : notYou('It was published once. An owner or a manager can delete it.')
    case 'draft':
      return editor.mayPublish || piece.authorId === editor.accountId
        ? allow
        : notYou(`${piece.author || 'Somebody else'} wrote this. An owner or a manager can delete it.`)
  }
}

/** What an editor may do with a piece now, and why not the rest. */
export function permissionsFor(
  piece: Omit<Piece, 'id' | 'version'>,
  editor: Editor,
  { now, zone }: { now: Temporal.Instant; zone: string },
): ContentPermissions {
  return {
    edit: toPermission(decideEdit(piece, editor, now)),
    publish: toPermission(decidePublication(piece, editor, { at: undefined, now, zone })),
    archive: toPermission(decideArchiving(piece, editor, now)),
    delete: toPermission(decideDeletion(piece, editor, now)),
  }
}

function toPermission(decision: { readonly kind: 'allow' } | No): Permission {
  return decision.kind === 'allow' ? { ok: true } : { ok: false, because: decision.because }
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0
}
