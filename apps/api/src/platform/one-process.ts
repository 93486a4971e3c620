import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The embedded database is open to one process only; a second one would spoil it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/** Marks a data folder as this process's own and gives the way to unmark it. Throws FolderInUse while another lives in it. */
export function claimFolder(folder: string): () => void {
  const other = runningShop(folder)
  if (other)
    throw new FolderInUse(
      `Another Flora (process ${other}) is using ${folder}. Stop it, or give this one a folder of its own: DATA_DIR=.flora-2.`,
    )
  mkdirSync(folder, { recursive: true })
  const mark = markOf(folder)
  writeFileSync(mark, String(process.pid))
  return () => rmSync(mark, { force: true })
}

/** The process that lives in a data folder, if one does. A mark left by a process that was killed counts for nothing. */
export function runningShop(folder: string): number | undefined {
  let pid: number
  try {
    pid = Number(readFileSync(markOf(folder), 'utf8'))
  } catch {
    return undefined
  }
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function markOf(folder: string): string {
  return path.join(folder, 'running.pid')
}
