import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { Picture, Tint } from '@flora/contract/catalog.ts'
import { contentPageSize, type ContentKind, type ContentState, type Draft } from '@flora/contract/content.ts'
import type { Focus } from '@flora/contract/catalog-desk.ts'
import type { AccountId, ContentId, PhotoId } from '@flora/contract/ids.ts'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import type { Piece } from './content.ts'

// What staff read and write, in every state.

export interface DraftRow {
  readonly id: ContentId
  readonly slug: string
  readonly kind: ContentKind
  readonly status: Piece['status']
  readonly title: string
  readonly summary: string
  readonly markdown: string
  readonly tint: Tint
  readonly picture: Picture | null
  readonly product_slugs: readonly string[]
  readonly tags: readonly string[]
  readonly tag_slugs: readonly string[]
  readonly author: string
  readonly author_id: AccountId | null
  readonly version: number
  readonly published_at: string | null
  readonly appeared_at: string | null
  readonly created_at: string
  readonly changed_at: string
}

/** What stands beside a piece: its history, and the photo its picture is cropped from. */
export interface DraftBeside {
  readonly cropped_from: { readonly photoId: PhotoId; readonly focus: Focus } | null
  readonly old_slugs: readonly string[] | null
  readonly events:
    | readonly { at: string; kind: Draft['events'][number]['kind']; who: string; detail: { parts?: string[] } }[]
    | null
}

// The history a screen shows; older events stay in the table.
const eventsShown = 100

const columns = sql`id, slug, kind, status, title, summary, markdown, tint, picture, product_slugs, tags, tag_slugs, author, author_id, version,
  published_at, appeared_at, created_at, changed_at`

export interface DraftQuestion {
  readonly q: string | undefined
  readonly state: ContentState | undefined
  readonly kind: ContentKind | undefined
  readonly by: AccountId | undefined
  readonly page: number
  readonly now: Temporal.Instant
}

/** One page of all pieces, the last changed first. `q` is looked for as it stands, in title, summary, tags and text. */
export async function listDraftRows(
  db: Db,
  { q, state, kind, by, page, now }: DraftQuestion,
): Promise<{ total: number; items: DraftRow[] }> {
  const standing = sql`case when status = 'published' and published_at > ${now.toString()}::timestamptz then 'scheduled' else status end`
  const found = await rows<DraftRow & { total: number }>(
    db,
    sql`
    select ${columns}, count(*) over ()::int as total from content
    where true ${state ? sql`and ${standing} = ${state}` : sql``} ${kind ? sql`and kind = ${kind}` : sql``} ${by ? sql`and author_id = ${by}` : sql``}
      ${q ? sql`and strpos(lower(title || ' ' || summary || ' ' || array_to_string(tags, ' ') || ' ' || markdown), lower(${q})) > 0` : sql``}
    order by changed_at desc, id desc limit ${contentPageSize} offset ${(page - 1) * contentPageSize}`,
  )
  return { total: found[0]?.total ?? 0, items: found }
}

export function findDraft(db: Db, id: ContentId): Promise<(DraftRow & DraftBeside) | undefined> {
  const pictureId = sql`(content.picture ->> 'id')`
  return firstRow(
    db,
    sql`
    select ${columns}, (
      select json_build_object('photoId', photos.id, 'focus',
        json_build_object('x', split_part(${pictureId}, '-', 3)::int, 'y', split_part(${pictureId}, '-', 4)::int))
      from photos where ${isCroppedFrom(pictureId)} limit 1
    ) as cropped_from, (
      select json_agg(s.slug order by s.since desc, s.slug) from content_slugs s where s.content_id = content.id and s.slug <> content.slug
    ) as old_slugs, (
      select json_agg(json_build_object('at', e.at, 'kind', e.kind, 'who', e.who, 'detail', e.detail) order by e.id desc)
      from (select * from content_events where content_id = content.id order by id desc limit ${eventsShown}) e
    ) as events
    from content where id = ${id}`,
  )
}

/** Locks a piece until the transaction ends, so that two cannot decide about it at once. */
export function lockContent(tx: Tx, id: ContentId): Promise<DraftRow | undefined> {
  return firstRow(tx, sql`select ${columns} from content where id = ${id} for update`)
}

/** A piece as its decisions see it. */
export function toPiece(row: DraftRow): Piece {
  return {
    id: row.id,
    status: row.status,
    summary: row.summary,
    markdown: row.markdown,
    author: row.author,
    authorId: row.author_id,
    version: row.version,
    publishedAt: row.published_at === null ? null : instantFromStored(row.published_at),
    appearedAt: row.appeared_at === null ? null : instantFromStored(row.appeared_at),
  }
}

/** Everything about a piece that is written by people. */
export interface Words {
  readonly slug: string
  readonly kind: ContentKind
  readonly title: string
  readonly summary: string
  readonly markdown: string
  readonly tint: Tint
  readonly author: string
  readonly tags: readonly { slug: string; label: string }[]
  readonly products: readonly string[]
  readonly picture: Picture | null
}

export async function insertDraft(
  tx: Tx,
  words: Words & { id: ContentId; authorId: AccountId; drawing: object | null; at: Temporal.Instant },
): Promise<void> {
  const { id, authorId, drawing, at } = words
  await rows(
    tx,
    sql`
    insert into content (id, slug, kind, status, title, summary, markdown, tint, picture, drawing, product_slugs, tags, tag_slugs, author, author_id,
      created_at, changed_at)
    values (${id}, ${words.slug}, ${words.kind}, 'draft', ${words.title}, ${words.summary}, ${words.markdown}, ${words.tint}, ${asJson(words.picture)}::jsonb,
      ${asJson(drawing)}::jsonb, ${list(words.products, 'text')}, ${list(labels(words), 'text')}, ${list(slugs(words), 'text')}, ${words.author}, ${authorId},
      ${at.toString()}::timestamptz, ${at.toString()}::timestamptz)`,
  )
}

/** `drawing` is given with another picture only; else the one it has stays. */
export async function saveWords(
  tx: Tx,
  words: Words & { id: ContentId; drawing: object | null | undefined; at: Temporal.Instant },
): Promise<void> {
  const { id, drawing, at } = words
  await rows(
    tx,
    sql`
    update content set slug = ${words.slug}, kind = ${words.kind}, title = ${words.title}, summary = ${words.summary}, markdown = ${words.markdown},
      tint = ${words.tint}, picture = ${asJson(words.picture)}::jsonb, ${drawing === undefined ? sql`` : sql`drawing = ${asJson(drawing)}::jsonb,`}
      product_slugs = ${list(words.products, 'text')}, tags = ${list(labels(words), 'text')}, tag_slugs = ${list(slugs(words), 'text')}, author = ${words.author},
      version = version + 1, changed_at = ${at.toString()}::timestamptz
    where id = ${id}`,
  )
}

/** `appearedAt` is now when it can be read from now on, and left out when that is for later. */
export async function markPublished(
  tx: Tx,
  id: ContentId,
  { publishedAt, appearedAt }: { publishedAt: Temporal.Instant; appearedAt: Temporal.Instant | undefined },
): Promise<void> {
  await rows(
    tx,
    sql`update content set status = 'published', published_at = ${publishedAt.toString()}::timestamptz,
          appeared_at = coalesce(${appearedAt?.toString() ?? null}::timestamptz, appeared_at), version = version + 1 where id = ${id}`,
  )
}

export async function markArchived(tx: Tx, id: ContentId): Promise<void> {
  await rows(tx, sql`update content set status = 'archived', version = version + 1 where id = ${id}`)
}

/** Back to a draft, as if it had never been scheduled. */
export async function markWithdrawn(tx: Tx, id: ContentId): Promise<void> {
  await rows(tx, sql`update content set status = 'draft', published_at = null, version = version + 1 where id = ${id}`)
}

/** Notes every piece whose instant has come since it was scheduled, and says which those are. */
export async function markAppeared(tx: Tx, now: Temporal.Instant): Promise<ContentId[]> {
  const found = await rows<{ id: ContentId }>(
    tx,
    sql`update content set appeared_at = ${now.toString()}::timestamptz
        where status = 'published' and published_at <= ${now.toString()}::timestamptz and (appeared_at is null or appeared_at < published_at) returning id`,
  )
  return found.map(({ id }) => id)
}

export async function deleteContent(tx: Tx, id: ContentId): Promise<void> {
  await rows(tx, sql`delete from content where id = ${id}`)
}

/** Of 'peonies' and 'peonies-2' and so on, those that lead somewhere already. */
export async function listTakenSlugs(
  tx: Tx,
  { wanted, except }: { wanted: string; except: ContentId },
): Promise<string[]> {
  const found = await rows<{ slug: string }>(
    tx,
    sql`select slug from content_slugs where content_id <> ${except} and (slug = ${wanted} or slug ~ ('^' || ${wanted}::text || '-[0-9]+$')) limit 100000`,
  )
  return found.map(({ slug }) => slug)
}

/** Makes an address lead to a piece, unless it leads to another; and says whether it does. */
export async function takeSlug(
  tx: Tx,
  { slug, id, at }: { slug: string; id: ContentId; at: Temporal.Instant },
): Promise<boolean> {
  const taken = await firstRow(
    tx,
    sql`insert into content_slugs (slug, content_id, since) values (${slug}, ${id}, ${at.toString()}::timestamptz)
        on conflict (slug) do update set since = excluded.since where content_slugs.content_id = excluded.content_id returning slug`,
  )
  return taken !== undefined
}

export async function deleteSlug(tx: Tx, slug: string): Promise<void> {
  await rows(tx, sql`delete from content_slugs where slug = ${slug}`)
}

export interface PieceEvent {
  readonly id: ContentId
  readonly at: Temporal.Instant
  readonly kind: Draft['events'][number]['kind']
  readonly accountId: AccountId | null
  readonly who: string
  readonly detail?: object
}

export async function insertEvents(tx: Tx, events: readonly PieceEvent[]): Promise<void> {
  const records = events.map(({ id, at, kind, accountId, who, detail = {} }) => ({
    content_id: id,
    at: at.toString(),
    kind,
    account_id: accountId,
    who,
    detail,
  }))
  await rows(
    tx,
    sql`insert into content_events (content_id, at, kind, account_id, who, detail)
        select content_id, at, kind, account_id, who, detail
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (content_id text, at timestamptz, kind text, account_id text, who text, detail jsonb)`,
  )
}

/** Those of these slugs that no product has. */
export async function listUnknownProducts(db: Db, asked: readonly string[]): Promise<string[]> {
  const found = await rows<{ slug: string }>(
    db,
    sql`select asked.slug from unnest(${list(asked, 'text')}) with ordinality as asked (slug, nth)
        where not exists (select from products p where p.slug = asked.slug) order by asked.nth`,
  )
  return found.map(({ slug }) => slug)
}

/** A picture the shop has, with what it is drawn from; an uploaded one has no drawing. */
export function findPicture(db: Db, id: string): Promise<{ drawing: object | null } | undefined> {
  return firstRow(
    db,
    sql`(select drawing from pictures where id = ${id} limit 1)
        union all
        (select drawing from content where picture ->> 'id' = ${id} limit 1)
        union all
        (select null::jsonb from photos where ${isCroppedFrom(sql`${id}::text`)} limit 1)
        limit 1`,
  )
}

// The id of such a picture says from which photo, and about which point of it.
function isCroppedFrom(pictureId: ReturnType<typeof sql>): ReturnType<typeof sql> {
  return sql`(${pictureId} ~ '^photo-[0-9a-f]{32}-(0|[1-9][0-9]?|100)-(0|[1-9][0-9]?|100)$'
    and left(photos.hash, 32) = substr(${pictureId}, 7, 32))`
}

/** What names an uploaded photo's bytes. */
export async function findPhotoHash(db: Db, id: PhotoId): Promise<string | undefined> {
  const row = await firstRow<{ hash: string }>(db, sql`select hash from photos where id = ${id}`)
  return row?.hash
}

function asJson(value: object | null): string | null {
  return value && JSON.stringify(value)
}

const labels = ({ tags }: Pick<Words, 'tags'>): string[] => tags.map(({ label }) => label)
const slugs = ({ tags }: Pick<Words, 'tags'>): string[] => tags.map(({ slug }) => slug)
