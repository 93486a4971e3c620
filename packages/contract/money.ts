import { z } from 'zod'

/** A sum in minor units (cents) with its currency; prices include GST. */
export const Money = z.strictObject({ minor: z.int(), currency: z.enum(['AUD']) })
