import assert from 'node:assert/strict'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { cachedFolder } from './cached-folder.ts'

test('makes a folder once and finds it afterwards', (t) => {
  const room = ownRoom(t)
  const first = cachedFolder('bulbs', write('tulip'), room)
  const second = cachedFolder('bulbs', write('crocus'), room)
  assert.equal(second, first)
  assert.equal(readFileSync(join(first, 'bulb'), 'utf8'), 'tulip')
})

test('makes a folder again that lost some of its files', (t) => {
  const room = ownRoom(t)
  const first = cachedFolder('bulbs', write('tulip'), room)
  rmSync(join(first, 'bulb'))
  const second = cachedFolder('bulbs', write('crocus'), room)
  assert.equal(readFileSync(join(second, 'bulb'), 'utf8'), 'crocus')
  assert.deepEqual(readdirSync(dirname(second)), ['bulbs'])
})

test('leaves nothing behind when the making fails', (t) => {
  const room = ownRoom(t)
  const failing = () => {
    throw new Error('no bulbs today')
  }
  assert.throws(() => cachedFolder('bulbs', failing, room), /no bulbs today/)
  assert.equal(readFileSync(join(cachedFolder('bulbs', write('tulip'), room), 'bulb'), 'utf8'), 'tulip')
  assert.deepEqual(readdirSync(join(room, readdirSync(room)[0] ?? '')), ['bulbs'])
})

test('takes the folder of another process that was faster', (t) => {
  const room = ownRoom(t)
  const folder = cachedFolder(
    'bulbs',
    (mine) => {
      cachedFolder('bulbs', write('theirs'), room)
      write('mine')(mine)
    },
    room,
  )
  assert.equal(readFileSync(join(folder, 'bulb'), 'utf8'), 'theirs')
  assert.deepEqual(readdirSync(dirname(folder)), ['bulbs'])
})

test(
  'refuses a cache that someone else prepared',
  { skip: process.getuid?.() === 0 ? false : 'only root can make a folder that belongs to someone else' },
  (t) => {
    const room = ownRoom(t)
    const corner = join(room, 'flora-sandbox-0')
    mkdirSync(corner)
    chownSync(corner, 65_534, 65_534)
    assert.throws(() => cachedFolder('bulbs', write('tulip'), room), /belongs to someone else/)
  },
)

function write(bulb: string): (folder: string) => void {
  return (folder) => writeFileSync(join(folder, 'bulb'), bulb)
}

function ownRoom(t: TestContext): string {
  const room = mkdtempSync(join(tmpdir(), 'flora-cache-test-'))
  t.after(() => rmSync(room, { recursive: true, force: true }))
  return room
}
