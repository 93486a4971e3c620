/** An answer as a browser sees it before it follows anything. */
export interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly setCookies: readonly string[]
  readonly body: string
}

/** Fetches one address without following; an inbound request to an application that listens nowhere is one too. */
export type Carrier = (
  url: URL,
  request: { method: 'GET' | 'POST'; headers: Record<string, string>; body: string | undefined },
) => Promise<Answer>

export interface Page {
  readonly url: URL
  readonly status: number
  readonly body: string
}

export interface Browser {
  /** Opens an address and goes where it is sent, until a page comes or `until` says that this address is far enough. */
  open(address: string | URL, until?: (url: URL) => boolean): Promise<Page>
  /** Sends a form to the page's own address and goes on from there. */
  submit(page: Page, fields: Record<string, string>, until?: (url: URL) => boolean): Promise<Page>
  /** The cookies it would send to an address. */
  cookiesFor(address: string | URL): Map<string, string>
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly origin: string
  readonly path: string
}

// A real one gives up at 20.
const mostRedirects = 20

/** A browser without a screen: it keeps cookies by origin and path and follows redirects. Addresses of `at` go to its carrier. */
export function aBrowser(at: Record<string, Carrier> = {}): Browser {
  let jar: Cookie[] = []
  const matching = ({ origin, pathname }: URL) =>
    jar.filter((cookie) => cookie.origin === origin && liesUnder(pathname, cookie.path))

  const visit = async (first: URL, form: URLSearchParams | undefined, until: (url: URL) => boolean): Promise<Page> => {
    let url = first
    let body = form?.toString()
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      if (hops > 0 && until(url)) return { url, status: 0, body: '' }
      const cookie = matching(url).map(({ name, value }) => `${name}=${value}`)
      const answer = await (at[url.origin] ?? overHttp)(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'text/html',
          ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
          ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        body,
      })
      jar = answer.setCookies.reduce((kept, line) => keep(kept, line, url), jar)
      if (answer.location === undefined) return { url, status: answer.status, body: answer.body }
      url = new URL(answer.location, url)
      body = undefined
    }
    throw new Error(`${first.href} leads in a circle`)
  }

  return {
    open: (address, until = () => false) => visit(new URL(address), undefined, until),
    submit: (page, fields, until = () => false) => visit(page.url, new URLSearchParams(fields), until),
    cookiesFor: (address) => new Map(matching(new URL(address)).map(({ name, value }) => [name, value])),
  }
}

async function overHttp(url: URL, { method, headers, body }: Parameters<Carrier>[1]): Promise<Answer> {
  const response = await fetch(url, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) })
  return {
    status: response.status,
    location: response.headers.get('location') ?? undefined,
    setCookies: response.headers.getSetCookie(),
    body: await response.text(),
  }
}

function keep(jar: readonly Cookie[], line: string, { origin }: URL): Cookie[] {
  const [pair = '', ...attributes] = line.split(/; */)
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(name.length + 1)
  const attribute = (wanted: string) =>
    attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
  const path = attribute('path') ?? '/'
  const others = jar.filter((cookie) => cookie.name !== name || cookie.origin !== origin || cookie.path !== path)
  const expires = attribute('expires')
  const isOver = attribute('max-age') === '0' || value === '' || (expires !== undefined && Date.parse(expires) <= 0)
  return isOver ? others : [...others, { name, value, origin, path }]
}

function liesUnder(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
