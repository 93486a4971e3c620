import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { fillWithDemo } from '../demo/index.ts'
import { BadConfig, readOwnConfig } from '../platform/config.ts'
import { migrate } from '../platform/migrate.ts'
import { whyNot } from './door.ts'
import { openShop } from './open-shop.ts'

type Command = (open: Awaited<ReturnType<typeof openShop>>) => Promise<string>

/** What an operator may ask of a database before the doors open. Each says what it did. */
const commands: Record<string, { what: string; run: Command }> = {
  migrate: {
    what: 'brings the database to this release',
    run: async ({ database }) => {
      const ran = await migrate(database)
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
}

const [name = ''] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  const lines = Object.entries(commands).map(([known, { what }]) => `  ${known.padEnd(10)} ${what}`)
  process.stderr.write(`Usage: npm run ops -- <command>\n${lines.join('\n')}\n`)
  process.exit(64)
}
process.exit(await runCommand(command.run))

async function runCommand(run: Command): Promise<number> {
  try {
    const config = readOwnConfig()
    try {
      const open = await openShop(config)
      process.stdout.write(`${await run(open)}\n`)
      open.shop.mail.close()
      await open.database.close()
      return 0
    } catch (error) {
      process.stderr.write(`${whyNot(error, config)}\n`)
      return 1
    }
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    process.stderr.write(`Flora cannot start with this configuration:\n${error.message.replaceAll(/^/gm, '  ')}\n`)
    return 78
  }
}
