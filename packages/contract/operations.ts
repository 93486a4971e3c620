import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const Part = z.enum(['ok', 'not-ready'])

export const operations = {
  health: endpoint({
    method: 'GET',
    path: '/health',
    summary: 'The process is alive. Says nothing of what it depends on.',
    reply: z.strictObject({ status: z.literal('ok'), release: z.string() }),
    who: 'anyone',
    limit: 'reads',
  }),
  ready: endpoint({
    method: 'GET',
    path: '/ready',
    summary: 'Database, migrations and job queue are in order; 503 with the part that is not.',
    reply: z.strictObject({ status: Part, database: Part, migrations: Part, queue: Part }),
    failingStatus: 503,
    who: 'anyone',
    limit: 'reads',
  }),
}
