import { z } from 'zod'

/** The variables of the measurements' own door; they stand among the others in config.ts. */
export const metricsVariables = {
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_526)
    .optional()
    .describe(
      'Where each process tells its measurements to Prometheus, at /metrics; of several on one machine each takes the next free port of ten. Absent: nothing is measured.',
    ),
  METRICS_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The address METRICS_PORT listens on. Never one that the public reaches.'),
}

type Given = z.output<z.ZodObject<typeof metricsVariables>>

export interface MetricsConfig {
  readonly host: string
  /** The first of ten; 0 takes any that is free. */
  readonly port: number
}

/** Where measurements are told, when they are. */
export function readMetrics(given: Given): MetricsConfig | undefined {
  return given.METRICS_PORT === undefined ? undefined : { host: given.METRICS_HOST, port: given.METRICS_PORT }
}

/** What does not fit together. */
export function metricsProblems({ METRICS_PORT: metrics, PORT: shop }: Given & { PORT: number }): string[] {
  const isTaken = metrics !== undefined && metrics !== 0 && shop >= metrics && shop < metrics + portsInTurn
  return isTaken
    ? [`METRICS_PORT must be a port of its own: PORT is ${shop}, and from ${metrics} ten are its processes’.`]
    : []
}

/** So many processes of one machine find a port from METRICS_PORT on. */
export const portsInTurn = 10
