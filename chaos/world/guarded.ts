import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program of somebody else's that ends with us, however we end. */
export interface Guarded {
  /** SIGKILL, and resolves when it is gone. */
  readonly kill: () => Promise<void>
}

// A shell stands between: it reads from a pipe whose other end is ours, and the end of that pipe, our own end too, ends the program.
const guard = `"$@" >/dev/null 2>&1 </dev/null & program=$!
cat >/dev/null
kill -KILL $program
wait $program`

/** Starts a program of the machine's, such as a load balancer or a cache. */
export function startGuarded(program: string, args: readonly string[]): Guarded {
  // A session of its own: Ctrl-C in the terminal is for us, and we decide when it may go.
  const shell = spawn('/bin/sh', ['-c', guard, 'sh', program, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.stdin.on('error', () => undefined)
  shell.unref()
  return {
    kill: async () => {
      if (shell.exitCode !== null || shell.signalCode !== null) return
      shell.ref()
      const gone = once(shell, 'exit')
      shell.stdin.end()
      await gone
    },
  }
}
