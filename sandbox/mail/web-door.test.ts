import assert from 'node:assert/strict'
import { request } from 'node:http'
import { test, type TestContext } from 'node:test'
import { findBrowser, openBrowser } from '../browser/open-browser.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'
import { openWebDoor } from './web-door.ts'

const EVIL = `"'><script>document.title='taken'</script>`
const SOURCE = [
  `From: ${JSON.stringify(EVIL)} <evil@example.test>`,
  'To: ana@example.test',
  `Subject: ${EVIL}`,
  `X-Evil: ${EVIL}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<!doctype html><p id=said>Hello</p><img id=pic src="cid:pic@x"><a id=link href="https://shop.test/">Track</a>`,
  `<script>parent.document.title='taken';document.getElementById('said').textContent='taken'</script>`,
  '--b',
  'Content-Type: image/png',
  'Content-ID: <pic@x>',
  'Content-Disposition: inline; filename="../../a\\"b.png"',
  'Content-Transfer-Encoding: base64',
  '',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  '--b--',
  '',
].join('\r\n')

const browser = findBrowser()

test('lists messages newest first, shows one and throws all away by the JSON API', async (t) => {
  const { mailbox, url } = await opened(t)
  const first = await receive(mailbox, 'Subject: first\r\n\r\nhello')
  const second = await receive(mailbox, SOURCE)
  const { messages } = await getJson(`${url}/api/messages`)
  assert.deepEqual(
    messages.map(({ id }: { id: string }) => id),
    [second.id, first.id],
  )

  const one = await getJson(`${url}/api/messages/${second.id}`)
  assert.equal(one.subject, EVIL)
  assert.deepEqual(one.envelope, { from: 'shop@flora.test', to: ['ana@example.test'] })
  assert.deepEqual(
    one.attachments.map(({ mimeType, contentId }: Record<string, unknown>) => [mimeType, contentId]),
    [['image/png', 'pic@x']],
  )
  assert.equal((await getJson(`${url}/api/messages/${first.id}`)).text.trim(), 'hello')

  assert.equal((await fetch(`${url}/api/messages`, { method: 'DELETE' })).status, 204)
  assert.deepEqual(await getJson(`${url}/api/messages`), { messages: [] })
  assert.equal((await fetch(`${url}/api/messages/${first.id}`)).status, 404)
})

test('escapes whatever a message says, in every view', async (t) => {
  const { mailbox, url } = await opened(t)
  const { id } = await receive(mailbox, SOURCE)
  for (const path of [
    '/',
    `/messages/${id}`,
    ...['text', 'headers', 'source'].map((view) => `/messages/${id}?view=${view}`),
  ]) {
    const page = await (await fetch(url + path)).text()
    assert.ok(page.includes('&lt;script&gt;'), path)
    assert.ok(!page.includes('<script>'), path)
  }
})

test('hands out attachments and the source as downloads that cannot act as pages', async (t) => {
  const { mailbox, url } = await opened(t)
  const { id } = await receive(mailbox, SOURCE)
  const file = await fetch(`${url}/messages/${id}/attachments/0`)
  assert.equal(file.headers.get('content-type'), 'image/png')
  assert.match(
    file.headers.get('content-disposition') ?? '',
    /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[^"/]+$/,
  )
  assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(await (await fetch(`${url}/messages/${id}/source`)).text(), SOURCE)
  for (const path of ['attachments/1', 'attachments', 'elsewhere', 'frame/0/1']) {
    assert.equal((await fetch(`${url}/messages/${id}/${path}`)).status, 404, path)
  }
})

test('answers nobody who comes by another name or from a foreign page', async (t) => {
  const { mailbox, url } = await opened(t)
  await receive(mailbox, SOURCE)
  assert.equal(await statusOf(`${url}/api/messages`, { host: 'evil.example' }), 403)
  assert.equal(await statusOf(`${url}/api/messages`, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }), 403)
  assert.equal(await statusOf(`${url}/`, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }), 200)
  assert.equal((await fetch(`${url}/api/messages`, { method: 'POST' })).status, 405)
})

test(
  'shows new mail without a reload and lets no script of a mail run',
  { skip: browser.ok ? false : browser.because, timeout: 60_000 },
  async (t) => {
    const { mailbox, url } = await opened(t)
    const chromium = await openBrowser()
    t.after(() => chromium.close())
    const page = await chromium.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    const watched = page.waitForResponse(`${url}/api/events`)
    await page.goto(url)
    await page.getByText('No mail yet').waitFor()
    await watched

    await receive(mailbox, SOURCE)
    await page.getByText('One letter').waitFor()
    await page.locator('#box li a').click()
    const frame = page.frameLocator('iframe')
    assert.equal(await frame.locator('#said').innerText(), 'Hello')
    assert.equal(await frame.locator('#pic').evaluate((picture: HTMLImageElement) => picture.naturalWidth), 1)
    assert.equal(
      await frame
        .locator('#link')
        .evaluate((link: HTMLAnchorElement) => link.ownerDocument.querySelector('base')?.target),
      '_blank',
    )
    assert.equal(await page.title(), `${EVIL} · Flora mailbox`)

    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Throw all away' }).click()
    await page.getByText('No mail yet').waitFor()
    assert.deepEqual([mailbox.list(), errors], [[], []])
  },
)

async function opened(t: TestContext): Promise<{ mailbox: Mailbox; url: string }> {
  const mailbox = await openMailbox()
  const door = await openWebDoor(mailbox, 0)
  t.after(() => door.close())
  return { mailbox, url: door.url }
}

function receive(mailbox: Mailbox, source: string) {
  return mailbox.receive({ from: 'shop@flora.test', to: ['ana@example.test'] }, Buffer.from(source))
}

async function getJson(url: string) {
  const reply = await fetch(url)
  assert.equal(reply.headers.get('content-type'), 'application/json')
  return reply.json()
}

/** fetch does not let us lie about the host. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end()
  })
}
