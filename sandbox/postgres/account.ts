import { spawnSync } from 'node:child_process'
import { chownSync, lchownSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The user that the server runs as, in the shape which spawn takes; empty when it is simply us. */
export type Account = { uid?: number; gid?: number }

/** Who may run PostgreSQL: ourselves, or, because it refuses root, one of the machine's unprivileged accounts. */
export function accountsToTry(): Account[] {
  if (process.getuid?.() !== 0) return [{}]
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  return ['postgres', '_postgres', 'nobody', 'daemon'].flatMap((name) => {
    const entry = entries.find((fields) => fields[0] === name)
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])]
    return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? [{ uid, gid }] : []
  })
}

/** Whether a shell test holds for that account, such as "may I enter this folder". */
export function holdsFor(account: Account, shellTest: string, ...args: string[]): boolean {
  return spawnSync('/bin/sh', ['-c', shellTest, 'sh', ...args], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

/** A temporary folder in which the account can work; root's own TMPDIR may be closed to it. */
export function roomFor(account: Account): string {
  const room = [tmpdir(), '/tmp'].find((folder) => holdsFor(account, 'cd "$1"', folder))
  if (room === undefined)
    throw new Error(`PostgreSQL's account cannot enter ${tmpdir()}; set TMPDIR to an open folder.`)
  return room
}

/** Gives a folder and all in it to the account; does nothing when the account is ourselves. */
export function giveTo(account: Account, folder: string): void {
  const { uid, gid } = account
  if (uid === undefined || gid === undefined) return
  chownSync(folder, uid, gid)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), uid, gid)
}
