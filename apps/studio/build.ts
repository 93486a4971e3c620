import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Builds the Studio and compresses what browsers load; dist/ unless said. */
export async function buildStudio({ into = `${here}dist`, quiet = false } = {}): Promise<void> {
  // A machine whose environment says something else would get half of React's development build, which does not run.
  process.env['NODE_ENV'] = 'production'
  const logLevel = quiet ? 'error' : 'warn'
  await build({ configFile: `${here}vite.config.ts`, logLevel, build: { outDir: into } })
  await refuseSchemas(into)
  await compressAll(into)
}

// Files that are compressed already grow when compressed again.
const compressible = /\.(js|css|svg|json)$/

async function compressAll(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => compressible.test(name))
  await Promise.all(
    files.map(async (name) => {
      const bytes = await readFile(`${folder}/${name}`)
      // The best quality takes seconds for what the florist's own machines load once a release.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
      await writeFile(`${folder}/${name}.br`, await promisify(brotliCompress)(bytes, { params }))
      await writeFile(`${folder}/${name}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    }),
  )
}

// The schema library is for the server: types cross over, schemas don't.
async function refuseSchemas(folder: string): Promise<void> {
  for (const name of (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'))) {
    if (/ZodError|_zod\b/.test(await readFile(`${folder}/${name}`, 'utf8')))
      throw new Error(`zod has reached the browser in ${name}`)
  }
}

if (import.meta.main) {
  await buildStudio()
  process.stdout.write('Studio built.\n')
}
