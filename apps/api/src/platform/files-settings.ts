import { z } from 'zod'

/** The variables of the file store; they stand among the others in config.ts. */
export const filesVariables = {
  FILES_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is not the name of a bucket')
    .optional()
    .describe('An S3 bucket for pictures and photographs. Absent: the folder files in DATA_DIR, on this machine.'),
  FILES_REGION: z
    .string()
    .regex(/^[a-z0-9-]{4,30}$/, 'is not the name of a region')
    .optional()
    .describe('The region of FILES_BUCKET. Keys are those of the machine, as AWS’s own client finds them.'),
  FILES_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'is not a folder in small letters, digits and dashes')
    .optional()
    .describe('A folder in FILES_BUCKET, where several shops share one. Absent: its root.'),
  FILES_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'should be an address like https://host.example' })
    .optional()
    .describe('Where a store listens that speaks S3’s language. Absent: AWS’s own.'),
}

type Given = z.output<z.ZodObject<typeof filesVariables>>

export interface FilesBucketConfig {
  readonly bucket: string
  readonly region: string
  readonly prefix: string
  readonly endpoint: string | undefined
}

/** The bucket, when there is one. Call it after `filesProblems` found none. */
export function readFilesBucket(given: Given): FilesBucketConfig | undefined {
  if (!given.FILES_BUCKET) return undefined
  return {
    bucket: given.FILES_BUCKET,
    region: given.FILES_REGION!,
    prefix: given.FILES_PREFIX ?? '',
    endpoint: given.FILES_ENDPOINT?.replace(/\/+$/, ''),
  }
}

/** What does not fit together. */
export function filesProblems(given: Given): string[] {
  if (given.FILES_BUCKET) return given.FILES_REGION ? [] : ['FILES_REGION is missing: it belongs to FILES_BUCKET.']
  const stray = (['FILES_REGION', 'FILES_PREFIX', 'FILES_ENDPOINT'] as const).filter((name) => given[name])
  return stray.map((name) => `${name} says something of a bucket, and FILES_BUCKET is missing.`)
}
