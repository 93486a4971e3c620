import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span as OtelSpan,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { Span, SpanAbout, Tracing } from './tracing.ts'
import type { TracingConfig } from './tracing-settings.ts'

// A receiver that is away costs no more than this at the end, and nothing before.
const sendWithinMs = 5_000
// What is not sent by then is dropped: traces may be lost, memory may not be filled.
const mostWaiting = 2_048

/** Traces by OpenTelemetry, sent in batches. Only a process that is told where to send them loads this file. */
export function openTracing(
  { endpoint, headers, share }: TracingConfig,
  { service, release }: { service: string; release: string },
): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': release }),
    sampler: sampler(share),
    spanLimits: { attributeValueLengthLimit: 200 },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({
          url: `${endpoint}/v1/traces`,
          headers: { ...headers },
          timeoutMillis: sendWithinMs,
        }),
        maxQueueSize: mostWaiting,
        scheduledDelayMillis: 2_000,
        exportTimeoutMillis: sendWithinMs,
      }),
    ],
  })
  const underWay = new AsyncLocalStorage<OtelSpan>()
  const tracer = provider.getTracer('flora')
  const current = (): SpanContext | undefined => underWay.getStore()?.spanContext()
  return {
    begin: (name, about) => openSpan(tracer, underWay, { name, ...about }),
    isSeen: () => underWay.getStore()?.isRecording() ?? false,
    here: () => {
      const at = current()
      return at && `00-${at.traceId}-${at.spanId}-${at.traceFlags.toString(16).padStart(2, '0')}`
    },
    ids: () => {
      const at = current()
      return at ? { trace_id: at.traceId, span_id: at.spanId } : {}
    },
    close: () => provider.shutdown().catch(() => undefined),
  }
}

// The decision follows from the trace's id, so a job decides like the request it came from. A stranger who says that he is traced does not
// have us trace more than our share.
function sampler(share: number): ParentBasedSampler {
  const ours = new TraceIdRatioBasedSampler(share)
  return new ParentBasedSampler({ root: ours, remoteParentSampled: ours })
}

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const

function openSpan(
  tracer: Tracer,
  underWay: AsyncLocalStorage<OtelSpan>,
  { name, kind = 'internal', from, attributes }: SpanAbout & { name: string },
): Span {
  const otel = tracer.startSpan(name, { kind: kinds[kind], ...(attributes && { attributes }) }, parent(from, underWay))
  return {
    isSeen: otel.isRecording(),
    note: (more) => void otel.setAttributes(more),
    fail: (error) => {
      otel.setAttribute('error.type', kindOf(error))
      otel.setStatus({ code: SpanStatusCode.ERROR })
    },
    end: () => otel.end(),
    inside: (work) => underWay.run(otel, work),
  }
}

function parent(from: string | undefined, underWay: AsyncLocalStorage<OtelSpan>): Context {
  const elsewhere = from === undefined ? undefined : readTraceparent(from)
  if (elsewhere) return trace.setSpanContext(ROOT_CONTEXT, elsewhere)
  const here = underWay.getStore()
  return here ? trace.setSpan(ROOT_CONTEXT, here) : ROOT_CONTEXT
}

function readTraceparent(text: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) ?? []
  if (!traceId || !spanId || !flags) return undefined
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
  return isSpanContextValid(context) ? context : undefined
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
