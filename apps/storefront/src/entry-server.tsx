import { createClient, type Carrier } from '@flora/client/client.ts'
import { renderToString } from 'react-dom/server'
import {
  createStaticHandler,
  createStaticRouter,
  StaticRouterProvider,
  type RouteObject,
  type StaticHandlerContext,
} from 'react-router'
import { routes, type PageHandle } from './routes.ts'
import { documentOf } from './server/document.ts'
import { contextOf } from './visit.ts'

export interface RenderInput {
  /** Path and query. */
  readonly url: string
  /** The way to the API, with the visitor's cookies. */
  readonly carry: Carrier
  readonly postcode?: string
  readonly theme?: 'light' | 'dark'
  /** 'https://flora.example'; without it the page leaves out addresses meant for other sites. */
  readonly origin?: string
}

export interface Rendered {
  readonly status: number
  readonly html: string
  readonly redirect?: string
  /** True when the page holds nothing of the visitor's, so that one copy may serve all with the same postcode. */
  readonly shared: boolean
  readonly maxAgeSeconds?: number
  /** A postcode that came with the address: keep it in the cookie `postcode`, for browsers without script. */
  readonly rememberPostcode?: string
  /** What went wrong when the status is 500: for the log. */
  readonly error?: unknown
}

const handler = createStaticHandler(await loadedRoutes())

/** Renders one page of the storefront. Calls the API only through `carry`. */
export async function render(input: RenderInput): Promise<Rendered> {
  const { client, origin, postcode } = { client: createClient(input.carry), ...input }
  const visit = { client, ...(origin !== undefined && { origin }), ...(postcode !== undefined && { postcode }) }
  const page = await handler.query(new Request(new URL(input.url, 'http://flora')), {
    requestContext: contextOf(visit),
  })
  if (page instanceof Response) return redirected(page)

  const { markup, error } = markupOf(page)
  const handle = handleOf(page)
  const html = documentOf({
    markup,
    file: handle?.file,
    theme: input.theme,
    pageData: { ...(origin !== undefined && { origin }), hydration: hydrationOf(page) },
  })
  const seconds = page.statusCode < 500 ? handle?.sharedSeconds : undefined
  const typed = new URL(input.url, 'http://flora').searchParams.get('postcode')
  return {
    status: page.statusCode,
    html,
    shared: seconds !== undefined,
    ...(seconds !== undefined && { maxAgeSeconds: seconds }),
    ...(typed !== null && /^\d{4}$/.test(typed) && { rememberPostcode: typed }),
    ...(page.statusCode >= 500 && { error: error ?? Object.values(page.errors ?? {})[0] }),
  }
}

// A server loads every page at its start: no visitor waits for one, and a release that replaces the files does not break a running process.
async function loadedRoutes(): Promise<RouteObject[]> {
  const table = routes()
  for (const { children = [] } of table) {
    await Promise.all(
      children.map(async (route) => {
        if (typeof route.lazy === 'function') Object.assign(route, await route.lazy(), { lazy: undefined })
      }),
    )
  }
  return table
}

// A page that throws while it is drawn becomes the page that says so: a visitor is never shown nothing.
function markupOf(page: StaticHandlerContext): { markup: string; error?: unknown } {
  try {
    return { markup: drawn(page) }
  } catch (error) {
    page.errors = { shop: { status: 500, statusText: '', internal: false, data: null } }
    page.statusCode = 500
    return { markup: drawn(page), error }
  }
}

function drawn(page: StaticHandlerContext): string {
  return renderToString(
    <StaticRouterProvider context={page} router={createStaticRouter(handler.dataRoutes, page)} hydrate={false} />,
  )
}

function redirected(answer: Response): Rendered {
  return { status: answer.status, html: '', redirect: answer.headers.get('location') ?? '/', shared: true }
}

function handleOf(page: StaticHandlerContext): PageHandle | undefined {
  return page.matches.at(-1)?.route.handle as PageHandle | undefined
}

// A thrown bug must not reach the page: its message could name what only the log may know.
function hydrationOf(page: StaticHandlerContext): object {
  const errors =
    page.errors && Object.fromEntries(Object.entries(page.errors).map(([id, error]) => [id, tellable(error)]))
  return { loaderData: page.loaderData, actionData: page.actionData, errors }
}

function tellable(error: unknown): object {
  if (typeof error === 'object' && error !== null && 'status' in error && 'data' in error && 'statusText' in error) {
    return { status: error.status, statusText: error.statusText, internal: false, data: error.data }
  }
  return { status: 500, statusText: '', internal: false, data: null }
}
