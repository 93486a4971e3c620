import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { exportShop, importShop } from '../transfer/index.ts'

/** `npm run ops -- export-shop <file>`: everything but passwords, sessions and the files of uploaded pictures. */
export async function exportTo(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'config'>,
  [file]: readonly string[],
): Promise<string> {
  const { tables, rows } = await exportShop(shop, given(file))
  return [
    `Wrote ${rows} rows of ${tables} tables to ${file}. It holds everybody’s names and addresses: keep it where nobody else can read it.`,
    'Uploaded pictures lie in the folder or bucket of files; copy that too.',
  ].join('\n')
}

/** `npm run ops -- import-shop <file>`: all of it or nothing. */
export async function importFrom(shop: Pick<Shop, 'inTransaction'>, [file]: readonly string[]): Promise<string> {
  const { tables, rows } = await importShop(shop, given(file))
  return [
    `Brought ${rows} rows of ${tables} tables.`,
    'No password moved along: everybody chooses a new one at “Forgotten”, and an owner by npm run ops -- owner <email>.',
  ].join('\n')
}

function given(file: string | undefined): string {
  if (!file) throw new Refusal(422, 'no-file', 'Please name the file: npm run ops -- export-shop shop.ndjson.gz')
  return file
}
