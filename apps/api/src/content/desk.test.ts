import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { type Content, ContentList, type Draft, type DraftList } from '@flora/contract/content.ts'
import type { Problem } from '@flora/contract/problem.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { holdToContract } from '../../test/conformance.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aSignedIn, type SignedInAccount } from '../../test/signed-in.ts'
import { smallShop } from '../../test/small-shop.ts'
import { fillWithDemo } from '../demo/index.ts'
import { guard } from '../identity/index.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { contentDeskRoutes, contentJobs, contentRoutes } from './index.ts'

const melbourne = '2026-11-20T09:00:00+11:00'

interface Desk {
  readonly shop: TestShop
  readonly ask: (by: SignedInAccount | undefined, method: string, path: string, body?: unknown) => Promise<Answer>
  readonly read: (path: string) => Promise<{ status: number; content: Content }>
  readonly person: (role: Role | null, name: string) => Promise<SignedInAccount>
  /** The same person, after a night: an access token lasts half an hour. */
  readonly again: (person: SignedInAccount) => Promise<SignedInAccount>
  readonly version: () => Promise<number>
}
interface Answer {
  readonly status: number
  readonly draft: Draft
  readonly problem: Problem & { saved?: Draft; yours?: Record<string, unknown> }
  readonly list: DraftList
}

async function openDesk(t: TestContext): Promise<Desk> {
  const shop = await openShop({
    now: melbourne,
    routes: (app, world) => {
      guard(app, world)
      contentRoutes(app, world)
      contentDeskRoutes(app, world)
    },
  })
  t.after(shop.close)
  await fillWithDemo(shop, {
    ...smallShop,
    content: [
      {
        slug: 'peonies',
        kind: 'journal',
        title: 'Peonies',
        summary: 'In short.',
        markdown: 'At length.',
        tint: 'blush',
        publishedDaysAgo: 5,
        author: 'Ada Marsh',
        drawing: { recipe: [{ stem: 'rose', count: 3 }] },
        alt: 'Roses.',
      },
    ],
  })
  return {
    shop,
    ask: async (by, method, path, body) => {
      const reply = await shop.app.inject({
        method: method as 'GET',
        url: `/api${path}`,
        headers: { ...by?.headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      })
      holdToContract({
        method,
        url: `/api${path}`,
        status: reply.statusCode,
        contentType: String(reply.headers['content-type']),
        body: reply.body,
      })
      const json = reply.json<unknown>()
      return {
        status: reply.statusCode,
        draft: json as Draft,
        problem: json as Answer['problem'],
        list: json as DraftList,
      }
    },
    read: async (path) => {
      const reply = await shop.app.inject(`/api/content/${path}`)
      return { status: reply.statusCode, content: reply.json<Content>() }
    },
    person: (role, name) => aSignedIn(shop, { role, name }),
    again: ({ accountId }) => aSignedIn(shop, { accountId, role: 'owner' }),
    version: async () => (await rows<{ v: number }>(shop.db, sql`select catalog_version as v from shop`))[0]!.v,
  }
}

const whole = { kind: 'journal', title: 'How to open a peony', summary: 'Warm water.', markdown: '# Squeeze\n\nIt.' }

test('a piece is begun, edited, scheduled, appears at its instant and goes into the archive', async (t) => {
  const { shop, ask, read, person, again, version } = await openDesk(t)
  let tess = await person('florist', 'Tess Vale')
  let ada = await person('owner', 'Ada Marsh')
  const listed = async () =>
    ContentList.parse((await shop.app.inject('/api/content')).json()).items.map(({ slug }) => slug)

  const begun = await ask(tess, 'POST', '/content', { kind: 'journal', title: 'How to open a peony' })
  assert.deepEqual(
    [begun.status, begun.draft.state, begun.draft.slug, begun.draft.author, begun.draft.version],
    [201, 'draft', 'how-to-open-a-peony', 'Tess Vale', 1],
  )
  const at = `/content/${begun.draft.id}`
  assert.equal((await read('how-to-open-a-peony')).status, 404)

  // Nothing to read yet: nobody can publish it.
  const early = await ask(ada, 'POST', `${at}/publish`, { version: 1 })
  assert.deepEqual([early.status, early.problem.code], [409, 'content-not-complete'])

  const edited = await ask(tess, 'PATCH', at, {
    version: 1,
    summary: 'Warm water.',
    markdown: '# Squeeze\n\n\tIt.',
    tags: ['Peonies', 'peonies', 'At home'],
    products: ['coral-charm', 'coral-charm'],
  })
  assert.deepEqual(
    [edited.draft.version, edited.draft.tags, edited.draft.products, edited.draft.html],
    [
      2,
      [
        { slug: 'peonies', label: 'Peonies' },
        { slug: 'at-home', label: 'At home' },
      ],
      ['coral-charm'],
      '<h2>Squeeze</h2>\n<p>It.</p>\n',
    ],
  )
  assert.equal(edited.draft.can.publish.ok, false)

  // Ada lets it appear on Saturday at seven on the shop's wall.
  const before = await version()
  const scheduled = await ask(ada, 'POST', `${at}/publish`, { version: 2, at: { day: '2026-11-21', time: '07:00' } })
  assert.deepEqual([scheduled.draft.state, scheduled.draft.publishedAt], ['scheduled', '2026-11-20T20:00:00Z'])
  assert.deepEqual(await listed(), ['peonies'])
  assert.equal(await version(), before, 'nothing a shopper sees has changed')

  // The round a minute early finds nothing; at the instant it is read, and kept lists forget.
  shop.clock.set('2026-11-21T06:59:59+11:00')
  await shop.runJobs(contentJobs(shop))
  assert.deepEqual([(await read('how-to-open-a-peony')).status, await version()], [404, before])
  shop.clock.set('2026-11-21T07:00:00+11:00')
  assert.deepEqual(await listed(), ['peonies'], 'what is kept stays until somebody says otherwise')
  await contentJobs(shop)['content/bring-out-due']({})
  assert.equal(await version(), before + 1)
  assert.deepEqual(await listed(), ['how-to-open-a-peony', 'peonies'])
  const shown = await read('how-to-open-a-peony')
  assert.deepEqual([shown.status, shown.content.publishedDay, shown.content.author], [200, '2026-11-21', 'Tess Vale'])
  await contentJobs(shop)['content/bring-out-due']({})
  assert.equal(await version(), before + 1, 'it appears once')

  // In use it may not change under its writer's hand, nor be emptied.
  tess = await again(tess)
  ada = await again(ada)
  assert.equal((await ask(tess, 'PATCH', at, { version: 3, title: 'Peonies, opened' })).status, 403)
  const emptied = await ask(ada, 'PATCH', at, { version: 3, summary: '' })
  assert.deepEqual([emptied.status, emptied.problem.code], [409, 'content-not-complete'])
  const mended = await ask(ada, 'PATCH', at, { version: 3, title: 'How to open a peony that won’t' })
  assert.deepEqual([mended.draft.slug, await version()], ['how-to-open-a-peony', before + 2])
  assert.equal((await read('how-to-open-a-peony')).content.title, 'How to open a peony that won’t')

  assert.equal((await ask(ada, 'DELETE', at)).problem.code, 'content-not-deletable')
  const archived = await ask(ada, 'POST', `${at}/archive`)
  assert.deepEqual([archived.draft.state, await version()], ['archived', before + 3])
  assert.deepEqual(await listed(), ['peonies'])
  assert.equal((await read('how-to-open-a-peony')).status, 404)
  assert.deepEqual(
    archived.draft.events.map(({ kind, who }) => `${kind} ${who}`),
    [
      'archived Ada Marsh',
      'edited Ada Marsh',
      'appeared the clock',
      'scheduled Ada Marsh',
      'edited Tess Vale',
      'created Tess Vale',
    ],
  )
  assert.deepEqual(archived.draft.events[1]?.parts, ['title'])

  assert.equal((await ask(ada, 'DELETE', at)).status, 200)
  assert.equal((await ask(ada, 'GET', `/content/drafts/${begun.draft.id}`)).status, 404)
  const [gone] = await rows<{ who: string; detail: object }>(
    shop.db,
    sql`select who, detail from content_events where content_id = ${begun.draft.id} and kind = 'deleted'`,
  )
  assert.deepEqual(gone, {
    who: 'Ada Marsh',
    detail: { title: 'How to open a peony that won’t', slug: 'how-to-open-a-peony' },
  })
})

test('the job of a scheduled piece waits for its instant, however the piece is moved meanwhile', async (t) => {
  const { shop, ask, person, again } = await openDesk(t)
  const ada = await person('owner', 'Ada Marsh')
  const waiting = () =>
    rows<{ seconds: number }>(
      shop.db,
      sql`select round(extract(epoch from start_after - created_on))::int as seconds from jobs.job where name = 'content/bring-out-due' order by created_on`,
    )
  const { draft } = await ask(ada, 'POST', '/content', whole)
  const first = await ask(ada, 'POST', `/content/${draft.id}/publish`, {
    version: 1,
    at: { day: '2026-11-20', time: '10:00' },
  })
  await ask(ada, 'POST', `/content/${draft.id}/publish`, { version: 2, at: { day: '2026-11-20', time: '12:30' } })
  assert.deepEqual(await waiting(), [{ seconds: 3_600 }, { seconds: 12_600 }])
  assert.equal(first.draft.state, 'scheduled')

  // Taken back before anybody saw it, it is a draft as before, and the job that comes finds nothing.
  const taken = await ask(ada, 'POST', `/content/${draft.id}/archive`)
  assert.deepEqual(
    [taken.draft.state, taken.draft.publishedAt, taken.draft.events[0]?.kind],
    ['draft', undefined, 'withdrawn'],
  )
  shop.clock.set('2026-11-20T13:00:00+11:00')
  await shop.runJobs(contentJobs(shop))
  assert.equal((await ask(await again(ada), 'GET', `/content/drafts/${draft.id}`)).draft.state, 'draft')
})

test('an instant on the night the clocks change is the one on the shop’s wall', async (t) => {
  const { ask, person } = await openDesk(t)
  const ada = await person('manager', 'Ada Marsh')
  const { draft } = await ask(ada, 'POST', '/content', whole)
  for (const [nth, time, instant] of [
    [1, '01:59', '2027-10-02T15:59:00Z'],
    [2, '02:30', '2027-10-02T16:30:00Z'],
    [3, '03:00', '2027-10-02T16:00:00Z'],
  ] as const) {
    const { draft: moved } = await ask(ada, 'POST', `/content/${draft.id}/publish`, {
      version: nth,
      at: { day: '2027-10-03', time },
    })
    assert.equal(moved.publishedAt, instant, time)
  }
})

test('who may do what: every role at every line, with drafts of one’s own and of others', async (t) => {
  const { ask, person } = await openDesk(t)
  const people = {
    nobody: undefined,
    customer: await person(null, 'Mercy Okafor'),
    driver: await person('driver', 'Wren'),
    florist: await person('florist', 'Tess Vale'),
    colleague: await person('florist', 'Noor'),
    manager: await person('manager', 'Jo'),
    owner: await person('owner', 'Ada Marsh'),
  }
  const begin = async () => (await ask(people.florist, 'POST', '/content', { ...whole, author: 'Tess Vale' })).draft
  const lines: readonly [string, Record<keyof typeof people, number>, (id: string) => [string, string, unknown?]][] = [
    [
      'list',
      { nobody: 401, customer: 403, driver: 403, florist: 200, colleague: 200, manager: 200, owner: 200 },
      () => ['GET', '/content/drafts'],
    ],
    [
      'show',
      { nobody: 401, customer: 403, driver: 403, florist: 200, colleague: 200, manager: 200, owner: 200 },
      (id) => ['GET', `/content/drafts/${id}`],
    ],
    [
      'create',
      { nobody: 401, customer: 403, driver: 403, florist: 201, colleague: 201, manager: 201, owner: 201 },
      () => ['POST', '/content', whole],
    ],
    [
      'edit',
      { nobody: 401, customer: 403, driver: 403, florist: 200, colleague: 403, manager: 200, owner: 200 },
      (id) => ['PATCH', `/content/${id}`, { version: 1, title: 'Another' }],
    ],
    [
      'publish',
      { nobody: 401, customer: 403, driver: 403, florist: 403, colleague: 403, manager: 200, owner: 200 },
      (id) => ['POST', `/content/${id}/publish`, { version: 1 }],
    ],
    [
      'archive',
      { nobody: 401, customer: 403, driver: 403, florist: 403, colleague: 403, manager: 409, owner: 409 },
      (id) => ['POST', `/content/${id}/archive`],
    ],
    [
      'delete',
      { nobody: 401, customer: 403, driver: 403, florist: 200, colleague: 403, manager: 200, owner: 200 },
      (id) => ['DELETE', `/content/${id}`],
    ],
  ]
  for (const [what, expected, line] of lines)
    for (const [who, status] of Object.entries(expected)) {
      const { id } = await begin()
      const [method, path, body] = line(id)
      const answer = await ask(people[who as keyof typeof people], method, path, body)
      assert.equal(answer.status, status, `${who}: ${what}`)
      const after = await ask(people.owner, 'GET', `/content/drafts/${id}`)
      if (status >= 400) assert.equal(after.draft.version, 1, `${who}: ${what} left it as it was`)
    }
  const { id } = await begin()
  const told = (await ask(people.colleague, 'PATCH', `/content/${id}`, { version: 1, title: 'Mine' })).problem
  assert.deepEqual(
    [told.code, told.detail],
    ['not-allowed', 'Tess Vale wrote this. An owner or a manager can change it.'],
  )
})

test('staff find pieces by state, kind, words and writer, a page at a time', async (t) => {
  const { ask, person } = await openDesk(t)
  const tess = await person('florist', 'Tess Vale')
  const ada = await person('owner', 'Ada Marsh')
  for (let nth = 1; nth <= 13; nth += 1) await ask(tess, 'POST', '/content', { ...whole, title: `Draft ${nth}` })
  const { draft } = await ask(ada, 'POST', '/content', {
    kind: 'care',
    title: '100% Wool_Moss',
    summary: 'Dry.',
    markdown: 'Damp.',
  })
  await ask(ada, 'POST', `/content/${draft.id}/publish`, { version: 1, at: { day: '2026-12-01', time: '09:00' } })
  const found = async (query: string) => {
    const { list } = await ask(ada, 'GET', `/content/drafts${query}`)
    return `${list.items.length} of ${list.total}`
  }
  for (const [query, expected] of [
    ['', '12 of 15'],
    ['?page=2', '3 of 15'],
    ['?page=9', '0 of 0'],
    ['?state=draft', '12 of 13'],
    ['?state=scheduled', '1 of 1'],
    ['?state=published', '1 of 1'],
    ['?state=archived', '0 of 0'],
    ['?kind=care', '1 of 1'],
    ['?q=DRAFT%201', '5 of 5'],
    ['?q=%25', '1 of 1'],
    ['?q=l_m', '1 of 1'],
    ['?q=nothing%20like%20it', '0 of 0'],
    ['?by=me', '1 of 1'],
  ] as const)
    assert.equal(await found(query), expected, query)
})

test('an old address leads to the piece for as long as there is one, without chains or loops', async (t) => {
  const { shop, ask, read, person } = await openDesk(t)
  const ada = await person('owner', 'Ada Marsh')
  const rename = async (slug: string | null, version: number) =>
    ask(ada, 'PATCH', '/content/cnt_peonies', { version, slug })
  assert.equal((await rename('peony-season', 1)).draft.slug, 'peony-season')
  const third = await rename('season-of-peonies', 2)
  assert.deepEqual([...third.draft.oldSlugs].toSorted(), ['peonies', 'peony-season'])
  // And back to the first: it is the address again, and what was between leads to it.
  assert.deepEqual([...(await rename('peonies', 3)).draft.oldSlugs].toSorted(), ['peony-season', 'season-of-peonies'])
  for (const slug of ['peonies', 'peony-season', 'season-of-peonies']) {
    const { status, content } = await read(slug)
    assert.deepEqual([status, content.slug], [200, 'peonies'], slug)
  }

  // Nobody else can have any of them, by name or by title.
  const taken = await ask(ada, 'POST', '/content', { ...whole, slug: 'peony-season' })
  assert.deepEqual([taken.status, taken.problem.code], [409, 'slug-taken'])
  const numbered = await ask(ada, 'POST', '/content', { ...whole, title: 'Peony season' })
  assert.equal(numbered.draft.slug, 'peony-season-2')
  assert.equal((await ask(ada, 'POST', '/content', { ...whole, slug: 'drafts' })).problem.code, 'slug-taken')
  assert.equal((await ask(ada, 'POST', '/content', { ...whole, title: 'Drafts' })).draft.slug, 'drafts-2')

  // A draft's address that nobody has seen is free at once.
  const { id } = numbered.draft
  const renamed = await ask(ada, 'PATCH', `/content/${id}`, { version: 1, slug: 'waratahs' })
  assert.deepEqual(renamed.draft.oldSlugs, [])
  assert.equal((await ask(ada, 'POST', '/content', { ...whole, slug: 'peony-season-2' })).status, 201)
  const fromTitle = await ask(ada, 'PATCH', `/content/${id}`, { version: 2, slug: null, title: 'Telopea' })
  assert.equal(fromTitle.draft.slug, 'telopea')

  // With the piece its addresses go.
  await ask(ada, 'POST', '/content/cnt_peonies/archive')
  assert.equal((await read('peony-season')).status, 404)
  assert.equal((await ask(ada, 'POST', '/content', { ...whole, slug: 'season-of-peonies' })).problem.code, 'slug-taken')
  await ask(ada, 'DELETE', '/content/cnt_peonies')
  assert.equal((await ask(ada, 'POST', '/content', { ...whole, slug: 'season-of-peonies' })).status, 201)
  const left = await rows<{ slug: string }>(
    shop.db,
    sql`select slug from content_slugs where slug like 'peon%' order by slug`,
  )
  assert.deepEqual(left, [{ slug: 'peony-season-2' }])
})

test('the database itself lets no address lead to two pieces, nor to none', async (t) => {
  const { shop, ask, person } = await openDesk(t)
  const { draft } = await ask(await person('owner', 'Ada Marsh'), 'POST', '/content', whole)
  for (const statement of [
    sql`update content set slug = 'peonies' where id = ${draft.id}`,
    sql`update content set slug = 'nowhere' where id = ${draft.id}`,
    sql`delete from content_slugs where slug = 'peonies'`,
    sql`update content set status = 'published' where id = ${draft.id}`,
    sql`update content set markdown = '' where id = 'cnt_peonies'`,
  ])
    await assert.rejects(
      shop.inTransaction((tx) => rows(tx, statement)),
      /violates/,
    )
})

test('a photo that was sent can be the picture of a piece, cropped about a point', async (t) => {
  const { shop, ask, person } = await openDesk(t)
  const ada = await person('owner', 'Ada Marsh')
  const hash = 'ab'.repeat(32)
  await rows(
    shop.db,
    sql`insert into photos (id, hash, file, file_name, width, height, at)
        values ('pht_bench', ${hash}, 'photos/bench.webp', 'bench.jpg', 1600, 1200, now())`,
  )
  const picture = { photoId: 'pht_bench', focus: { x: 40, y: 60 }, alt: 'The bench.' }
  const { draft } = await ask(ada, 'POST', '/content', { ...whole, picture })
  const id = `photo-${hash.slice(0, 32)}-40-60`
  assert.deepEqual(draft.picture, { id, ...picture })
  const words = await ask(ada, 'PATCH', `/content/${draft.id}`, { version: 1, picture: { id, alt: 'Our bench.' } })
  assert.deepEqual(words.draft.picture, { id, ...picture, alt: 'Our bench.' }, 'other words, the same crop')
  const again = await ask(ada, 'PATCH', `/content/${draft.id}`, {
    version: 2,
    picture: { ...picture, focus: { x: 0, y: 100 } },
  })
  assert.equal(again.draft.picture?.id, `photo-${hash.slice(0, 32)}-0-100`, 'cropped anew, it is another picture')
  const read = await ask(ada, 'GET', `/content/drafts/${draft.id}`)
  assert.deepEqual(read.draft.picture, again.draft.picture)
  assert.deepEqual(read.draft.picture?.focus, { x: 0, y: 100 }, 'and can be once more')
  const gone = await ask(ada, 'PATCH', `/content/${draft.id}`, {
    version: 3,
    picture: { ...picture, photoId: 'pht_none' },
  })
  assert.equal(gone.problem.code, 'picture-unknown')
})

test('a picture and products must be the shop’s own, and the picture keeps what it is drawn from', async (t) => {
  const { shop, ask, person } = await openDesk(t)
  const ada = await person('owner', 'Ada Marsh')
  const [known] = await rows<{ id: string; drawing: object }>(
    shop.db,
    sql`select picture ->> 'id' as id, drawing from content where slug = 'peonies'`,
  )
  const picture = { id: known!.id, alt: 'Roses again.' }
  const { draft } = await ask(ada, 'POST', '/content', { ...whole, picture })
  assert.deepEqual(draft.picture, picture)
  const drawingOf = async () =>
    (await rows<{ drawing: object }>(shop.db, sql`select drawing from content where id = ${draft.id}`))[0]!.drawing
  assert.deepEqual(await drawingOf(), known!.drawing)
  const words = await ask(ada, 'PATCH', `/content/${draft.id}`, { version: 1, picture: { ...picture, alt: 'Roses.' } })
  assert.deepEqual([words.draft.picture?.alt, await drawingOf()], ['Roses.', known!.drawing])
  const bare = await ask(ada, 'PATCH', `/content/${draft.id}`, { version: 2, picture: null })
  assert.deepEqual([bare.draft.picture, await drawingOf()], [undefined, null])

  for (const [body, code] of [
    [{ picture: { id: 'nobody-drew-this', alt: 'x' } }, 'picture-unknown'],
    [{ picture: { id: '../../etc/passwd', alt: 'x' } }, 'malformed-request'],
    [{ picture: { ...picture, alt: ' ' } }, 'malformed-request'],
    [{ products: ['coral-charm', 'not-ours'] }, 'product-unknown'],
    [{ tags: ['¿?'] }, 'malformed-request'],
    [{ status: 'published' }, 'malformed-request'],
    [{ authorId: 'acc_me' }, 'malformed-request'],
    [{ title: '  ' }, 'malformed-request'],
    [{ title: 'a\u0000b' }, 'malformed-request'],
    [{ markdown: 'x'.repeat(30_001) }, 'malformed-request'],
  ] as const) {
    const answer = await ask(ada, 'PATCH', `/content/${draft.id}`, { version: 3, ...body })
    assert.equal(answer.problem.code, code, JSON.stringify(body).slice(0, 60))
  }
  const same = await ask(ada, 'PATCH', `/content/${draft.id}`, { version: 3, title: whole.title })
  assert.deepEqual([same.draft.version, same.draft.events[0]?.kind], [3, 'edited'], 'a change of nothing is none')
  assert.equal(same.draft.events.length, 3)
})

test('who changes what somebody else changed meanwhile is shown both, and nothing is overwritten', async (t) => {
  const { ask, person } = await openDesk(t)
  const tess = await person('florist', 'Tess Vale')
  const ada = await person('owner', 'Ada Marsh')
  const { draft } = await ask(tess, 'POST', '/content', whole)
  await ask(ada, 'PATCH', `/content/${draft.id}`, { version: 1, title: 'Ada’s title' })
  const late = await ask(tess, 'PATCH', `/content/${draft.id}`, { version: 1, title: 'Tess’s title', summary: 'Hers.' })
  assert.deepEqual([late.status, late.problem.code], [409, 'changed-meanwhile'])
  assert.deepEqual(
    [late.problem.saved?.title, late.problem.saved?.version, late.problem.yours],
    ['Ada’s title', 2, { title: 'Tess’s title', summary: 'Hers.' }],
  )
  // What somebody publishes is what she has read.
  const unread = await ask(ada, 'POST', `/content/${draft.id}/publish`, { version: 1 })
  assert.equal(unread.problem.code, 'changed-meanwhile')
  assert.equal((await ask(tess, 'PATCH', `/content/${draft.id}`, { version: 2, title: 'Both' })).draft.title, 'Both')
})
