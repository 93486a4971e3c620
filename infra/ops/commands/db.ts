import { choice, type Command } from '../command.ts'
import { backup } from '../database/backup.ts'
import { drill } from '../database/drill.ts'
import { migrate } from '../database/migrate.ts'
import { restore } from '../database/restore.ts'

export const db: Command = {
  what: 'the database: migrations, backups, restoring, and practising it',
  takes:
    'migrate | backup [--url postgresql://… --file F] | restore --file F --to postgresql://… | restore --only <snapshot> | drill --file F [--to postgresql://…]',
  words: 1,
  run: (context) => verbs[choice(context.words[0], ['migrate', 'backup', 'restore', 'drill'], 'The verb')](context),
}

const verbs = { migrate, backup, restore, drill }
