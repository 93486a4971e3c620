import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { startClock } from './clock-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'flora-test-'))
after(() => rmSync(folder, { recursive: true }))

const beginning = Temporal.Instant.from('2027-04-03T12:00:00Z')

test('another program goes by the clock that it is lent, and by what is wrong with its own', async () => {
  const clock = startClock(folder, beginning)
  clock.moveAhead(30)
  clock.makeWrong(2, -3_600)
  const hourSeenBy = async (door: number): Promise<string> => {
    const { env, node } = clock.lentTo(door)
    const asked = [...node, '--print', `Temporal.Now.instant().toString().slice(0, 13)`]
    return (await promisify(execFile)(process.execPath, asked, { env })).stdout.trim()
  }
  // Half an hour on either side is more than any machine takes to start a program.
  assert.deepEqual(await Promise.all([hourSeenBy(1), hourSeenBy(2)]), ['2027-04-03T12', '2027-04-03T11'])
})

test('whoever waits for a time is woken when the clock is moved past it, and not before', async () => {
  const clock = startClock(folder, beginning)
  const woken: string[] = []
  const waits = [
    clock.untilPast(beginning.add({ minutes: 20 })).then(() => woken.push('twenty')),
    clock.untilPast(beginning.add({ minutes: 90 })).then(() => woken.push('ninety')),
  ]
  clock.moveAhead(19)
  await Promise.resolve()
  assert.deepEqual(woken, [])
  clock.moveAhead(10)
  await waits[0]
  assert.deepEqual(woken, ['twenty'])
  clock.moveAhead(120)
  await waits[1]
})
