import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'

function lineOf(err: unknown): { err: object } {
  let written = ''
  openLog('info', { write: (line) => void (written += line) }).warn({ err }, 'something stumbled')
  return JSON.parse(written) as { err: object }
}

test('an error that is told as an object has its message in the log, and nothing else', () => {
  const told = {
    message: 'the server closed the connection',
    detail: 'Key (email)=(mercy@example.com) exists',
    queue: 'x',
  }
  assert.deepEqual(lineOf(told).err, { message: 'the server closed the connection' })
})

test('whatever else is thrown is written as it reads', () => {
  assert.deepEqual(lineOf('no').err, { message: 'no' })
})
