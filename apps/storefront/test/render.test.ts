import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Carrier } from '@flora/client/client.ts'
import { budgets, buildStorefront, type BuildReport } from '../build.ts'
import type { render as renderPage, RenderInput, Rendered } from '../src/entry-server.tsx'
import { aCart } from './fixture-checkout.ts'
import { fixtureApi, type FixtureOptions } from './fixture-api.ts'

let folder: string
let report: BuildReport
let render: typeof renderPage

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flora-storefront-'))
  report = await buildStorefront({ into: folder, quiet: true })
  ;({ render } = (await import(pathToFileURL(join(folder, 'server/entry-server.js')).href)) as {
    render: typeof renderPage
  })
})
after(() => rm(folder, { recursive: true, force: true }))

function open(url: string, more: Partial<RenderInput> = {}, fixture: FixtureOptions = {}): Promise<Rendered> {
  return render({ url, carry: fixtureApi(fixture), origin: 'https://flora.example', ...more })
}

const pages = [
  {
    url: '/',
    title: 'Flowers at a Melbourne door',
    says: ['At a Melbourne door, today by six.', 'from $95', 'On the bench this week'],
  },
  {
    url: '/flowers',
    title: 'Flowers and plants',
    says: ['42 to choose from', 'from $98', '1 to 24 of 42', 'rel="next"'],
  },
  { url: '/flowers?page=2', title: 'Flowers and plants, page 2', says: ['25 to 42 of 42', 'rel="prev"'] },
  { url: '/plants', title: 'Plants', says: ['Monstera', 'from $64'] },
  { url: '/dried', title: 'Dried flowers', says: ['Kept Summer'] },
  { url: '/occasions', title: 'Occasions', says: ['For whatever it is', '/occasions/thank-you'] },
  { url: '/occasions/thank-you', title: 'Thank-you flowers', says: ['Thank-you flowers'] },
  { url: '/collections/spring', title: 'The spring list', says: ['The spring list'] },
  { url: '/search?q=pioney', title: '“pioney”', says: ['Nothing for “pioney”', 'Did you mean'] },
  { url: '/search?colour=pink', title: 'Pink', says: ['Pink', 'Fitzroy Blush'] },
  {
    url: '/p/peony-season',
    title: 'Peony Season',
    says: ['$128', '7 stems, 35 cm', 'Add to cart', 'Stoneware vase', 'In the same spirit', 'application/ld+json'],
  },
  {
    url: '/subscriptions',
    title: 'Subscriptions',
    says: [
      'Flowers that keep turning up.',
      'up to 4 pm, two days before',
      'Two ways to have them',
      '10% off',
      '$82.80',
      'Delivery from $12',
      '/subscribe/florists-choice',
      'from 2 to 26',
      'Fair questions',
    ],
  },
  {
    url: '/p/fitzroy-blush',
    title: 'Fitzroy Blush',
    says: ['How often', 'Once', '$88.20 each', 'href="/subscribe/fitzroy-blush'],
  },
  {
    url: '/journal',
    title: 'Journal',
    says: [
      'How to open a peony',
      'href="/journal?tag=peonies"',
      'Caring for cut flowers',
      'Page 1 of 2, 14 in all',
      'rel="next"',
      'href="/journal/feed.xml"',
    ],
  },
  { url: '/journal?page=2', title: 'Journal, page 2', says: ['Week 1 at the bench', 'rel="prev"', '10 August 2026'] },
  {
    url: '/journal?tag=at-home',
    title: 'At home, from the journal',
    says: ['2 entries and guides.', 'How to open a peony', 'Caring for cut flowers', 'aria-current="page"'],
  },
  {
    url: '/journal/open-a-peony',
    title: 'How to open a peony',
    says: [
      '12 November 2026',
      'by Ada Marsh',
      '5 minutes',
      'Squeeze it first',
      'In this entry',
      'from $98',
      'A Dozen Red',
      'More about',
      'Read on',
      'Flowers for someone grieving',
      'application/ld+json',
      'type="application/atom+xml"',
    ],
  },
  { url: '/journal/caring-for-cut-flowers', title: 'Caring for cut flowers', says: ['by Tess Vale', '5 October 2026'] },
  { url: '/pages/about', title: 'Who we are', says: ['We write plainly.', 'Last changed on', '5 October 2026'] },
  {
    url: '/pages/delivery-and-fees',
    title: 'Delivery and fees',
    says: ['Inner North', '6 pm the day before', '$12', 'Christmas Day', '3067'],
  },
] as const

for (const { url, title, says } of pages) {
  test(`${url} is whole without script: its title, its words, one heading, nothing inline`, async () => {
    const { status, html, shared } = await open(url)
    const text = plain(html)
    assert.equal(status, 200)
    assert.equal(shared, true)
    assert.match(html, new RegExp(`<title>${title}[^<]* · Flora, Fitzroy</title>`))
    for (const words of says) assert.ok(text.includes(words), `${url} does not say ${words}`)
    assert.equal(html.match(/<h1[ >]/g)?.length, 1)
    assert.equal(html.match(/<main[ >]/g)?.length, 1)
    assertPolicy(html)
  })
}

const signIns = [
  { url: '/sign-in', says: ['Sign in, or don’t.', 'Continue with Auth0', 'Forgot the password?', '/register'] },
  { url: '/sign-in?problem=link-sent', says: ['Look in your inbox.', 'There is an account with that e-mail already.'] },
  { url: '/register?to=/checkout', says: ['An account, for next time.', '/sign-in?to=/checkout'] },
  { url: '/forgotten', says: ['Send me the link'] },
  { url: '/reset-password', says: ['A new password.'] },
  { url: '/verify', says: ['Finish my account'] },
  { url: '/confirm-email', says: ['Use this address'] },
  { url: '/link-sign-in', says: ['Join them'] },
  { url: '/accept-invitation', says: ['Take the role'] },
  { url: '/newsletter', says: ['Yes, send me the letter'] },
  { url: '/newsletter/leave', says: ['Don’t write to me'] },
  { url: '/mute-reminder', says: ['Don’t remind me again'] },
] as const

for (const { url, says } of signIns) {
  test(`${url} says what it is for, and is kept by nobody`, async () => {
    const { status, html, shared } = await open(url)
    assert.equal(status, 200)
    assert.equal(shared, false)
    for (const words of says) assert.ok(plain(html).includes(words), `${url} does not say ${words}`)
    assert.match(html, /<meta name="robots" content="noindex"/)
    assert.equal(html.match(/<h1[ >]/g)?.length, 1)
    assertPolicy(html)
  })
}

const accountPages = [
  { url: '/account', full: 'Next: Saturday 21 November, to June Halloran.', empty: 'Good to see you, Mercy.' },
  { url: '/account/orders', full: 'FL-7QK2MZ', empty: 'Nothing sent yet.' },
  {
    url: '/account/subscriptions',
    full: 'Next one: Thursday, to Nicholson Street.',
    empty: 'No flowers on repeat yet.',
  },
  { url: '/account/addresses', full: 'One door.', empty: 'No doors yet.' },
  { url: '/account/reminders', full: 'Next: Mum’s birthday, Tuesday 9 March.', empty: 'No day slips by.' },
  { url: '/account/cards', full: 'Visa ending 4242', empty: 'No card is kept.' },
  { url: '/account/details', full: 'What you send flowers for', empty: 'What you send flowers for' },
  { url: '/account/security', full: 'Signed in on two devices.', empty: 'Signed in here, and nowhere else.' },
  { url: '/account/data', full: 'Flowers of yours are still to be delivered.', empty: 'Nothing stays.' },
] as const

for (const { url, full, empty } of accountPages) {
  test(`${url} shows its owner what is hers, and sends everybody else to sign in and back`, async () => {
    for (const [customer, words] of [
      ['regular', full],
      ['new', empty],
    ] as const) {
      const { status, html, shared } = await open(url, {}, { customer })
      assert.equal(status, 200)
      assert.equal(shared, false)
      assert.ok(plain(html).includes(words), `${url} does not say ${words}`)
      assert.equal(html.match(/<h1[ >]/g)?.length, 1)
      assert.match(html, /<meta name="robots" content="noindex"/)
      assertPolicy(html)
    }
    const { status, redirect } = await open(`${url}?after=x`)
    assert.deepEqual([status, redirect], [302, `/sign-in?to=${encodeURIComponent(`${url}?after=x`)}`])
  })
}

test('a subscription is readable without script: what comes, until when it can be changed, what the bank refused', async () => {
  const { status, html, shared } = await open('/account/subscriptions/sub_kitchen', {}, { customer: 'regular' })
  const text = plain(html)
  assert.deepEqual([status, shared], [200, false])
  for (const words of [
    'November 2026',
    'Thursday 26 November, Kitchen, the next one',
    'Thursday 26 November is not paid yet.',
    'It comes if it is paid by Wed 25 Nov, 5 pm',
    'Yours to change until Mon 7 Dec, 4 pm. Then we charge $94.80.',
    'You skipped it.',
    'For your table.',
    'Began by you',
  ])
    assert.ok(text.includes(words), words)
  assertPolicy(html)
  assert.equal((await open('/account/subscriptions/sub_other', {}, { customer: 'regular' })).status, 404)
})

test('a surprise shows between which days, and never a day', async () => {
  const { html } = await open('/account/subscriptions', {}, { customer: 'regular' })
  const text = plain(html)
  assert.ok(text.includes('15 to 28 December') && text.includes('a day only we know.'.replace('a', 'A')))
  // Christmas and the Sundays are ruled out; any other day may be it.
  assert.ok(text.includes('Thursday 17 December, a surprise may come'))
  assert.ok(!text.includes('Friday 25 December, a surprise may come'))
  assert.ok(!text.includes('Sunday 20 December, a surprise may come'))
})

test('a gift is ruled by its order’s link, and shown to nobody else', async () => {
  const { status, html, shared } = await open(`/order/${'b'.repeat(32)}/gift/sub_kitchen`)
  assert.deepEqual([status, shared], [200, false])
  assert.ok(plain(html).includes('A gift of 4 deliveries, all of them paid.'))
  assert.match(html, /<meta name="referrer" content="no-referrer"/)
  assertPolicy(html)
})

test('what is not sold by subscription says so', async () => {
  assert.equal((await open('/subscribe/florists-choice')).status, 200)
  const { status, html } = await open('/subscribe/peony-season')
  assert.equal(status, 404)
  assert.ok(plain(html).includes('Not this one, round the year.'))
})

test('an account page whose answer breaks says so, and stays her own', async () => {
  const { status, html, shared } = await open('/account/cards', {}, { customer: 'new', broken: ['/api/account/cards'] })
  assert.deepEqual([status, shared], [500, false])
  assert.ok(plain(html).includes('R-7F3A'))
})

test('what a merge could not put into the cart is told there', async () => {
  const carry: Carrier = async (path, init) => {
    if (path !== '/api/cart') return fixtureApi()(path, init)
    return Response.json(aCart({ notice: 'Two lines did not fit.' }))
  }
  const { html } = await open('/cart', { carry })
  assert.ok(plain(html).includes('Two carts became one. Two lines did not fit.'))
})

test('a page tells search engines its one address, and the product its price', async () => {
  const { html } = await open('/p/peony-season')
  assert.match(html, /<link rel="canonical" href="https:\/\/flora\.example\/p\/peony-season"/)
  assert.match(html, /<meta name="description" content="[^"]{40,}"/)
  const facts = ldIn(html) as { offers: { price: string; priceCurrency: string }[] }
  assert.deepEqual(
    facts.offers.map((offer) => `${offer.priceCurrency} ${offer.price}`),
    ['AUD 95.00', 'AUD 128.00', 'AUD 189.00'],
  )
})

test('with a postcode the home page answers for it, the product page shows its days', async () => {
  const home = plain((await open('/', { postcode: '3067' })).html)
  assert.ok(
    home.includes('Yes, today.') &&
      home.includes('Abbotsford') &&
      home.includes('3 h 36 min') &&
      home.includes('7 places left'),
  )
  const product = plain((await open('/p/peony-season', { postcode: '3067' })).html)
  assert.ok(product.includes('3 left') && product.includes('Why not the other days?'))
})

test('a postcode in the address counts, and is to be remembered', async () => {
  const home = await open('/?postcode=3350', { postcode: '3067' })
  assert.ok(plain(home.html).includes('Not to 3350 yet.'))
  assert.equal(home.rememberPostcode, '3350')
  assert.equal((await open('/?postcode=335x')).rememberPostcode, undefined)
})

test('what is not there answers 404, in the shop’s words, and stays out of search engines', async () => {
  for (const url of [
    '/nowhere',
    '/p/no-such-flower',
    '/occasions/no-such-reason',
    '/journal/no-such-entry',
    '/journal?tag=no-such-tag',
    '/pages/no-such-page',
    '/flowers/too/deep',
  ]) {
    const { status, html } = await open(url)
    assert.equal(status, 404, url)
    assert.ok(plain(html).includes('Nothing’s growing here.'), url)
    assert.match(html, /<meta name="robots" content="noindex"/, url)
    assertPolicy(html)
  }
})

test('one list has one address: whatever else asks for it is sent there', async () => {
  const cases: readonly [string, string][] = [
    ['/flowers?occasion=thank-you&occasion=birthday&mood=', '/flowers?occasion=birthday,thank-you'],
    ['/flowers?page=1&sort=featured', '/flowers'],
    ['/flowers?page=9', '/flowers?page=2'],
    ['/journal?page=9', '/journal?page=2'],
    ['/journal?page=1', '/journal'],
    ['/journal?page=2&tag=AT-home', '/journal?tag=at-home&page=2'],
  ]
  for (const [url, to] of cases) {
    const { status, redirect } = await open(url)
    assert.deepEqual([status, redirect], [302, to], url)
  }
})

test('whoever asks for a piece where it once was is sent to where it is, for good', async () => {
  const cases: readonly [string, string][] = [
    ['/journal/opening-peonies', '/journal/open-a-peony'],
    ['/pages/opening-peonies', '/journal/open-a-peony'],
    ['/pages/who-we-are', '/pages/about'],
    ['/journal/about', '/pages/about'],
    ['/pages/open-a-peony', '/journal/open-a-peony'],
  ]
  for (const [url, to] of cases) {
    const { status, redirect } = await open(url)
    assert.deepEqual([status, redirect], [301, to], url)
  }
})

test('an article tells search engines who wrote it and when', async () => {
  const { html } = await open('/journal/open-a-peony')
  assert.match(html, /<link rel="canonical" href="https:\/\/flora\.example\/journal\/open-a-peony"/)
  assert.deepEqual(ldIn(html), {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'How to open a peony that won’t',
    description: 'Warm water, a clean cut and a bit of nerve.',
    image: ['https://flora.example/pictures/fitzroy-blush-1200.webp'],
    datePublished: '2026-11-12T00:00:00Z',
    dateModified: '2026-11-12T00:00:00Z',
    author: { '@type': 'Person', name: 'Ada Marsh' },
    publisher: { '@type': 'Organization', name: 'Flora', url: 'https://flora.example' },
    mainEntityOfPage: 'https://flora.example/journal/open-a-peony',
    keywords: ['Peonies', 'At home'],
    inLanguage: 'en-AU',
  })
})

test('nothing that staff write into a piece becomes an element of the page', async () => {
  const evil = '</script><!--<script><img src=x onerror=alert(1)>"\'&'
  const parts = [
    'How to open a peony that won’t',
    'Warm water, a clean cut and a bit of nerve.',
    'Ada Marsh',
    'Peonies',
  ]
  const carry: Carrier = async (path, init) => {
    const reply = await fixtureApi()(path, init)
    let text = await reply.text()
    for (const part of [...parts, 'A bouquet, close'])
      text = text.replaceAll(JSON.stringify(part), JSON.stringify(evil))
    return new Response(text, { status: reply.status })
  }
  for (const url of ['/', '/journal', '/journal?tag=peonies', '/journal/open-a-peony']) {
    const { status, html } = await open(url, { carry })
    assert.equal(status, 200, url)
    assert.ok(plain(html).includes('onerror=alert(1)'), `${url} says it`)
    assert.doesNotMatch(html, /<img src=x|<!--<script/, url)
    assertPolicy(html)
    const scripts = html.match(/<script[ >]/g)?.length
    assert.equal(scripts, (await open(url)).html.match(/<script[ >]/g)?.length, `${url} has the scripts it always has`)
  }
  const { html } = await open('/journal/open-a-peony', { carry })
  const facts = ldIn(html) as { headline: string; keywords: string[] }
  assert.deepEqual([facts.headline, facts.keywords[0]], [evil, evil])
})

test('when the API breaks the page says so with its reference, is kept by nobody, and the log gets the error', async () => {
  const { status, html, shared, error } = await open('/', {}, { broken: ['/api/front-page'] })
  assert.equal(status, 500)
  assert.ok(
    plain(html).includes('Something broke on our side') &&
      plain(html).includes('R-7F3A') &&
      plain(html).includes('(03) 7010 4418'),
  )
  assert.equal(shared, false)
  assert.notEqual(error, undefined)
})

test('with nothing left of the API there is still a page', async () => {
  const { status, html } = await open('/flowers', {}, { broken: ['/api/shop', '/api/products'] })
  assert.equal(status, 500)
  assert.ok(plain(html).includes('Your cart is safe'))
})

test('a calendar that does not answer leaves the home page standing', async () => {
  const { status, html } = await open('/', { postcode: '3067' }, { broken: ['/api/delivery/calendar', '/api/content'] })
  assert.equal(status, 200)
  assert.ok(plain(html).includes('The flowers are here.') && plain(html).includes('On the bench this week'))
})

test('a bug’s message never reaches the page', async () => {
  const carry: Carrier = (path, init) =>
    path.startsWith('/api/front-page') ? Promise.resolve(new Response('{"hero":{}}')) : fixtureApi()(path, init)
  const { status, html, error } = await open('/', { carry })
  assert.equal(status, 500)
  assert.ok(error instanceof Error)
  assert.equal(html.includes(error.message), false)
})

test('what a visitor has of her own is shared with nobody', async () => {
  for (const url of ['/cart', '/checkout', `/order/${'a'.repeat(32)}`, '/find-order'])
    assert.equal((await open(url)).shared, false, url)
})

test('a name from the catalogue can’t close the script it travels in', async () => {
  const evil = '</script><script>alert(1)</script>'
  const carry: Carrier = async (path, init) => {
    const reply = await fixtureApi()(path, init)
    return new Response((await reply.text()).replaceAll('"Peony Season"', JSON.stringify(evil)), {
      status: reply.status,
    })
  }
  const { html } = await open('/p/peony-season', { carry })
  assert.equal(html.includes('<script>alert(1)'), false)
  assert.ok(plain(html).includes('alert(1)'))
})

test('a chosen theme stands on the document; otherwise the system decides', async () => {
  assert.match((await open('/', { theme: 'dark' })).html, /<html lang="en-AU" data-theme="dark">/)
  assert.match((await open('/')).html, /<html lang="en-AU">/)
})

test('the product page stays within its budget of script, every page within that of styles', () => {
  assert.ok(
    report.productScript > 20_000 && report.productScript <= budgets.productScript,
    `${report.productScript} bytes`,
  )
  assert.ok(report.styles > 2_000 && report.styles <= budgets.styles, `${report.styles} bytes`)
})

/** Nothing that a strict Content-Security-Policy would refuse. */
function assertPolicy(html: string): void {
  assert.doesNotMatch(html, /<[^>]+\sstyle="/, 'an inline style')
  assert.doesNotMatch(html, /<[^>]+\son[a-z]+="/, 'an inline handler')
  assert.doesNotMatch(html, /<style[ >]/, 'a style element')
  assert.doesNotMatch(html, /="javascript:/i, 'a script in an address')
  for (const [tag] of html.matchAll(/<script[^>]*>/g))
    assert.match(tag, / src="\/|type="application\/(ld\+)?json"/, tag)
}

/** What the page says for search engines. */
function ldIn(html: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')
}

/** The page as it reads, with React's seams taken out. */
function plain(html: string): string {
  return html
    .replaceAll('<!-- -->', '')
    .replaceAll(/<\/?b>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}
