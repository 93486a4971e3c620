import { buildApi } from '../scripts/build-api.ts'
import { buildIfNeeded } from '../scripts/build.ts'
import { openLogFile } from './report/log-file.ts'
import { reportOf } from './report/report-of.ts'
import { writeReport } from './report/write-report.ts'
import { readWish, usage } from './read-wish.ts'
import { runChaos } from './run-chaos.ts'
import { runScale } from './scale/scale.ts'

// Doors of its own, in a folder that git does not keep: a build beside it must not pull them away under a restart.
const doors = 'apps/api/.flora'

const wish = readWish(process.argv.slice(2))
if ('problem' in wish) {
  console.error(`${wish.problem}\n${usage}`)
  process.exit(2)
}
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

const log = openLogFile(wish.log)
const say = (text: string): void => {
  console.log(`  ${text}`)
  log(`chaos ${text}`)
}
if (!wish.asBuilt) {
  await buildIfNeeded()
  await buildApi({ into: doors })
}
if (wish.isScale) process.exit((await runScale({ ...wish, doors, say, hear: log })) > 0 ? 1 : 0)
const outcome = await runChaos({ ...wish, doors, say, hear: log })
const report = reportOf(outcome, wish)
console.log(report.text)
if (wish.isKept) writeReport(report)
process.exit(outcome.violations.length > 0 ? 1 : 0)
