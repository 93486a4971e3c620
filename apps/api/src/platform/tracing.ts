/** A piece of work as a trace shows it. Attributes are words and numbers of ours: never what a customer typed, never what opens a door. */
export interface Span {
  /** Whether anybody will see it; what is dear to find out is left out when not. */
  readonly isSeen: boolean
  readonly note: (attributes: Attributes) => void
  /** It went wrong. Of an error only its kind is told, since its words may be a customer's. */
  readonly fail: (error: unknown) => void
  readonly end: () => void
  /** Does work that belongs to it: what is begun inside is its part. */
  readonly inside: <T>(work: () => T) => T
}

export type Attributes = Readonly<Record<string, string | number>>

export interface SpanAbout {
  readonly kind?: 'server' | 'client' | 'consumer' | 'internal'
  /** A W3C `traceparent`: what it is a part of, when that is elsewhere. */
  readonly from?: string | undefined
  readonly attributes?: Attributes
}

export interface Tracing {
  /** Begins a span, as a part of what is under way here unless `about` says otherwise. */
  readonly begin: (name: string, about?: SpanAbout) => Span
  /** Whether something is under way here that anybody will see. */
  readonly isSeen: () => boolean
  /** What is under way here, as a W3C `traceparent`. */
  readonly here: () => string | undefined
  /** The same for lines of the log. */
  readonly ids: () => { readonly trace_id?: string; readonly span_id?: string }
  /** Sends what is left. */
  readonly close: () => Promise<void>
}

/** Does work inside a span of its own. */
export async function inSpan<T>(
  tracing: Tracing,
  name: string,
  about: SpanAbout,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = tracing.begin(name, about)
  try {
    return await span.inside(() => work(span))
  } catch (error) {
    span.fail(error)
    throw error
  } finally {
    span.end()
  }
}
