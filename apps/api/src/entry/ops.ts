import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { dismissDemoStaff, fillWithDemo } from '../demo/index.ts'
import { endTwoFactor } from '../ops/end-two-factor.ts'
import { exportTo, importFrom } from '../ops/move-shop.ts'
import { owner } from '../ops/owner.ts'
import { BadConfig, readOwnConfig, readOwnSigningKeys } from '../platform/config.ts'
import { migrate } from '../platform/migrate.ts'
import { Refusal } from '../platform/refusal.ts'
import { withNewSigningKey } from '../platform/signing-keys.ts'
import { whyNot } from './door.ts'
import { openShop } from './open-shop.ts'

type Command = (open: Awaited<ReturnType<typeof openShop>>, given: readonly string[]) => Promise<string>

/** What an operator may ask of a database before the doors open. Each says what it did. */
const commands: Record<string, { what: string } & ({ run: Command } | { print: () => string })> = {
  migrate: {
    what: 'brings the database to this release',
    run: async ({ database, shop }) => {
      const ran = await migrate(database)
      await dismissDemoStaff(shop)
      return ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'The database was up to date.'
    },
  },
  'fill-demo': {
    what: 'puts the demo shop into a migrated, empty database',
    run: async ({ shop }) => {
      const { products, postcodes } = await fillWithDemo(shop, demoShop)
      return `Planted the demo shop: ${products} products, ${postcodes} postcodes.`
    },
  },
  owner: {
    what: 'makes somebody an owner and prints a link to choose a password: owner <email> [name]',
    run: async (open, given) => {
      await holdMigrated(open)
      return owner(open.shop, given)
    },
  },
  'end-two-factor': {
    what: 'for who has lost device and recovery codes: end-two-factor <email>',
    run: async (open, given) => {
      await holdMigrated(open)
      return endTwoFactor(open.shop, given)
    },
  },
  'export-shop': {
    what: 'writes the whole shop into a file: export-shop <file.ndjson.gz>',
    run: async (open, given) => {
      await holdMigrated(open)
      return exportTo(open.shop, given)
    },
  },
  'import-shop': {
    what: 'puts an exported shop into a migrated, empty database: import-shop <file.ndjson.gz>',
    run: async (open, given) => {
      await holdMigrated(open)
      return importFrom(open.shop, given)
    },
  },
  'new-signing-key': {
    what: 'prints SIGNING_KEYS with a new first key, for the secret store; asks nothing of a database',
    // Tokens live half an hour, so the key before the last one has nothing left to verify.
    print: () => withNewSigningKey(readOwnSigningKeys().slice(0, keptSigningKeys)),
  },
}
const keptSigningKeys = 2

const [name = '', ...given] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  const lines = Object.entries(commands).map(([known, { what }]) => `  ${known.padEnd(15)} ${what}`)
  const wrong = name === '' ? '' : `There is no command “${name}”.\n`
  process.stderr.write(`${wrong}Usage: npm run ops -- <command>\n${lines.join('\n')}\n`)
  process.exit(64)
}
process.exit('run' in command ? await inShop(command.run) : await sayingWhatIsWrong(async () => print(command.print())))

function inShop(run: Command): Promise<number> {
  return sayingWhatIsWrong(async () => {
    const config = readOwnConfig()
    try {
      const open = await openShop(config)
      const code = print(await run(open, given))
      open.shop.mail.close()
      await open.database.close()
      return code
    } catch (error) {
      process.stderr.write(`${whyNot(error, config)}\n`)
      return 1
    }
  })
}

async function holdMigrated({ readiness }: Parameters<Command>[0]): Promise<void> {
  if (!(await readiness()).migrations)
    throw new Refusal(409, 'not-migrated', 'This database is not at this release yet. First: npm run ops -- migrate')
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

async function sayingWhatIsWrong(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    process.stderr.write(`Flora cannot start with this configuration:\n${error.message.replaceAll(/^/gm, '  ')}\n`)
    return 78
  }
}
