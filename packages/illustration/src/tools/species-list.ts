import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeCatalogue } from '../describe-catalogue.ts'

/** Writes SPECIES.md from the catalogue. `node src/tools/species-list.ts` */
writeFileSync(join(import.meta.dirname, '../../SPECIES.md'), describeCatalogue())
