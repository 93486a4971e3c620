import { z } from 'zod'

/** The variables of traces, by the names that OpenTelemetry has given them; they stand among the others in config.ts. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'should be an address like https://host.example' })
    .optional()
    .describe('Where traces are sent by OTLP over HTTP, as http://host:4318. Absent: nothing is traced.'),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[\w-]+=[^,=\s][^,]*(,[\w-]+=[^,=\s][^,]*)*$/, 'is not of the form name=value,name=value')
    .optional()
    .describe('What the receiver of traces wants to hear with each, as name=value,name=value: usually its key.'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('The share of requests that is traced, from 0 to 1.'),
}

type Given = z.output<z.ZodObject<typeof tracingVariables>>

export interface TracingConfig {
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly share: number
}

/** Where traces go, when they go anywhere. */
export function readTracing(given: Given): TracingConfig | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = '' } = given
  if (!endpoint) return undefined
  const pairs = headers.split(',').filter((pair) => pair !== '')
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    headers: Object.fromEntries(pairs.map((pair) => splitAt(pair, pair.indexOf('=')))),
    share: given.OTEL_TRACES_SAMPLER_ARG,
  }
}

/** What does not fit together. */
export function tracingProblems(given: Given): string[] {
  return given.OTEL_EXPORTER_OTLP_HEADERS && !given.OTEL_EXPORTER_OTLP_ENDPOINT
    ? ['OTEL_EXPORTER_OTLP_HEADERS belong to OTEL_EXPORTER_OTLP_ENDPOINT, which is missing.']
    : []
}

function splitAt(pair: string, at: number): [string, string] {
  return [pair.slice(0, at), pair.slice(at + 1)]
}
