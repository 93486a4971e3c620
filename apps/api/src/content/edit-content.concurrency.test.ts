import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Draft } from '@flora/contract/content.ts'
import { openShop } from '../../test/open-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { guard } from '../identity/index.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { contentDeskRoutes } from './index.ts'

const whole = { kind: 'journal', title: 'Peonies', summary: 'Now.', markdown: 'They are here.' }

test('of many editors at the same moment one saves, and each of the others is shown what was saved', async (t) => {
  const shop = await openShop({
    now: '2026-11-20T09:00:00+11:00',
    on: 'server',
    routes: (app, world) => {
      guard(app, world)
      contentDeskRoutes(app, world)
    },
  })
  t.after(shop.close)
  const { headers } = await aSignedIn(shop, { role: 'owner', name: 'Ada Marsh' })
  const ask = async (method: 'POST' | 'PATCH' | 'GET', path: string, payload?: object) => {
    const reply = await shop.app.inject({ method, url: `/api/content${path}`, headers, ...(payload && { payload }) })
    return { status: reply.statusCode, body: reply.json<Draft & { code?: string; saved?: Draft; yours?: object }>() }
  }

  await t.test('a change', async () => {
    const { body: draft } = await ask('POST', '', whole)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, nth) => ask('PATCH', `/${draft.id}`, { version: 1, title: `Title ${nth}` })),
    )
    const saved = answers.filter(({ status }) => status === 200)
    const told = answers.filter(({ status, body }) => status === 409 && body.code === 'changed-meanwhile')
    assert.deepEqual([saved.length, told.length], [1, 11])
    const { title } = saved[0]!.body
    for (const { body } of told) {
      assert.equal(body.saved?.title, title)
      assert.notDeepEqual(body.yours, { title })
    }
    assert.deepEqual((await ask('GET', `/drafts/${draft.id}`)).body.title, title)
  })

  await t.test('a title', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('POST', '', { ...whole, title: 'Waratahs' })))
    assert.deepEqual(answers.map(({ body }) => body.slug).toSorted(), [
      'waratahs',
      ...Array.from({ length: 7 }, (_, nth) => `waratahs-${nth + 2}`),
    ])
  })

  await t.test('an address', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('POST', '', { ...whole, slug: 'dahlias' })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409, 409, 409, 409, 409, 409, 409])
    const left = await rows(shop.db, sql`select slug from content_slugs where slug like 'dahlias%'`)
    assert.equal(left.length, 1)
  })

  await t.test('publishing and editing', async () => {
    const { body: draft } = await ask('POST', '', { ...whole, title: 'Zinnias' })
    const [published, edited] = await Promise.all([
      ask('POST', `/${draft.id}/publish`, { version: 1 }),
      ask('PATCH', `/${draft.id}`, { version: 1, summary: 'Later.' }),
    ])
    assert.deepEqual([published.status, edited.status].toSorted(), [200, 409])
  })
})
