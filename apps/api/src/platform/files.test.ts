import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { fileBytes, type Files, openFiles, openFolder, putByContent } from './files.ts'
import { openBucket } from './files-bucket.ts'

const hasEmulator = spawnSync('moto_server', ['--help']).status === 0
const skipBucket = hasEmulator ? false : 'moto_server is not installed'
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' }

let folder: string
let emulator: ChildProcess | undefined
const stores = new Map<string, Files>()

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'flora-test-'))
  stores.set('a folder', openFolder(folder))
  if (!hasEmulator) return
  const endpoint = await startEmulator()
  const where = { region: 'ap-southeast-2', endpoint }
  const client = new S3Client({ ...where, forcePathStyle: true, credentials })
  await client.send(
    new CreateBucketCommand({
      Bucket: 'flora-files',
      CreateBucketConfiguration: { LocationConstraint: 'ap-southeast-2' },
    }),
  )
  stores.set('a bucket', openBucket({ ...where, bucket: 'flora-files', prefix: '' }, credentials))
  stores.set('a folder of a bucket', openBucket({ ...where, bucket: 'flora-files', prefix: 'fitzroy' }, credentials))
})
after(async () => {
  emulator?.kill()
  await rm(folder, { recursive: true, force: true })
})

for (const [kind, skip] of [
  ['a folder', false],
  ['a bucket', skipBucket],
  ['a folder of a bucket', skipBucket],
] as const) {
  test(`${kind} gives back what was put, once it is there, until it is deleted`, { skip }, async () => {
    const files = stores.get(kind)!
    assert.equal(await files.find('proofs/ab/one.webp'), undefined)
    await files.put('proofs/ab/one.webp', Buffer.from('one'))
    const found = await files.find('proofs/ab/one.webp')
    assert.equal(found?.bytes, 3)
    assert.equal((await buffer(found!.open())).toString(), 'one')
    await files.put('proofs/ab/one.webp', Buffer.from('another'))
    assert.equal((await buffer((await files.find('proofs/ab/one.webp'))!.open())).toString(), 'another')
    await files.delete('proofs/ab/one.webp')
    await files.delete('proofs/ab/one.webp')
    assert.equal(await files.find('proofs/ab/one.webp'), undefined)
  })

  test(`${kind} lists a folder and nothing deeper or beside it`, { skip }, async () => {
    const files = stores.get(kind)!
    assert.deepEqual(await files.list('pictures'), [])
    for (const name of ['pictures/a.webp', 'pictures/b.webp', 'pictures/deep/c.webp', 'pictures-of-others/d.webp'])
      await files.put(name, Buffer.from(name))
    assert.deepEqual((await files.list('pictures')).toSorted(), ['a.webp', 'b.webp'])
  })

  test(`${kind} knows no name that would leave it, and no file larger than the limit`, { skip }, async () => {
    const files = stores.get(kind)!
    const tricks = ['../x', '/etc/passwd', 'a/../../x', 'a//b', 'a\\b', 'a/.b', 'A.webp', 'a b', 'a%2fb', 'a\0b', '']
    for (const name of [...tricks, `${'a'.repeat(201)}`]) {
      for (const deed of [() => files.find(name), () => files.put(name, Buffer.of(1)), () => files.delete(name)])
        await assert.rejects(async () => deed(), RangeError, name)
    }
    await assert.rejects(async () => files.put('large.webp', Buffer.alloc(fileBytes + 1)), RangeError)
  })

  test(`${kind} keeps the same bytes once, under a name made of them`, { skip }, async () => {
    const files = stores.get(kind)!
    const put = (text: string) => putByContent(files, { folder: 'proofs', content: Buffer.from(text), ending: 'webp' })
    const first = await put('the door')
    assert.match(first, /^proofs\/[0-9a-f]{2}\/[0-9a-f]{64}\.webp$/)
    assert.equal(await put('the door'), first)
    assert.notEqual(await put('another door'), first)
  })
}

test(
  'a bucket that is not there fails a question instead of saying that the file is missing',
  { skip: skipBucket },
  async () => {
    const endpoint = `http://127.0.0.1:${emulatorPort}`
    const gone = openBucket({ bucket: 'nobodys', region: 'ap-southeast-2', prefix: '', endpoint }, credentials)
    await assert.rejects(gone.put('a.webp', Buffer.of(1)))
  },
)

test('without a bucket, files lie in the folder', async () => {
  const files = await openFiles(undefined, path.join(folder, 'own'))
  await files.put('a.webp', Buffer.of(1))
  assert.deepEqual(await readdir(path.join(folder, 'own')), ['a.webp'])
})

let emulatorPort = 0

async function startEmulator(): Promise<string> {
  emulatorPort = await freePort()
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(emulatorPort)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  emulator = child
  // It says where it listens once it does.
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the emulator ended')))
    child.stderr!.on('data', (said: Buffer) => {
      if (said.toString().includes('Running on')) resolve()
    })
  })
  return `http://127.0.0.1:${emulatorPort}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
