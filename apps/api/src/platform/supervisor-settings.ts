import { z } from 'zod'

/** What a supervisor that holds the listening socket tells the processes that it starts. */
export const supervisorVariables = {
  LISTEN_FDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(1)
    .default(0)
    .describe('1 where a supervisor holds the listening socket and hands it over, as systemd does and says by itself.'),
  NOTIFY_SOCKET: z
    .string()
    .optional()
    .describe('Where a supervisor waits to hear that a process is ready, as systemd says by itself.'),
}

export interface SupervisorConfig {
  /** The listening socket is there already, and stays when this process goes. */
  readonly givesSocket: boolean
  readonly notifySocket: string | undefined
}

export function readSupervisor({
  LISTEN_FDS: sockets,
  NOTIFY_SOCKET: notifySocket,
}: {
  LISTEN_FDS: number
  NOTIFY_SOCKET?: string | undefined
}): SupervisorConfig {
  return { givesSocket: sockets > 0, notifySocket }
}
