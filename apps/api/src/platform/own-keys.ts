import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { withNewSigningKey } from './signing-keys.ts'

/** Keys that a shop outside of production makes for itself, as their variables would hold them. */
export interface OwnKeys {
  readonly signingKeys: string
  readonly sealingKey: string
}

const OwnKeys = z.object({ signingKeys: z.string(), sealingKey: z.string() })

export function newOwnKeys(): OwnKeys {
  return { signingKeys: withNewSigningKey([]), sealingKey: randomBytes(32).toString('base64') }
}

/**
 * The keys of a data folder, made at the first look, so that a restart signs nobody out. Only the account that runs the shop may
 * read them. Two processes that look at once get the same ones.
 */
export function keepOwnKeys(dataDir: string): OwnKeys {
  const file = path.join(dataDir, 'keys.json')
  const draft = `${file}.${crypto.randomUUID()}`
  try {
    return OwnKeys.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(draft, JSON.stringify(newOwnKeys()), { mode: 0o600, flag: 'wx' })
  try {
    // A link appears whole or not at all, and never in the place of another's.
    linkSync(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return OwnKeys.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
