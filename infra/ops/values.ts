import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where Terraform's values are: what it is told, the commands need not be told again. */
export const valuesFolder = path.join(import.meta.dirname, '../terraform/environments')

/** A text that a file of values gives a name, as in `region = "ap-southeast-2"`; nothing where it does not. */
export function valueIn(file: string, name: string): string | undefined {
  const place = path.join(valuesFolder, file)
  if (!existsSync(place)) return undefined
  return new RegExp(`^${name}\\s*=\\s*"([^"]*)"`, 'm').exec(readFileSync(place, 'utf8'))?.[1]
}
