import { z } from 'zod'
import { Slug } from './text.ts'

export const ContentKind = z.enum(['journal', 'care', 'page'])
export type ContentKind = z.output<typeof ContentKind>

/** A word that pieces have in common; its slug is made from its label and stands in addresses. */
export const Tag = z.strictObject({ slug: Slug, label: z.string() })
export type Tag = z.output<typeof Tag>
