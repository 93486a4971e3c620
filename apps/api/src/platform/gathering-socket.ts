import { Socket } from 'node:net'

/**
 * Sends what was written in one turn of the event loop together. A statement is a handful of small messages, and a transaction
 * begins with several statements: each write to the network would cost more than all of the rest of asking.
 */
export class GatheringSocket extends Socket {
  #isGathering = false

  // Node gives a socket that connects its own `write` back, as a property that hides ours.
  override connect(...args: unknown[]): this {
    super.connect(...(args as Parameters<Socket['connect']>))
    delete (this as Partial<Pick<Socket, 'write'>>).write
    return this
  }

  // Told as any of its forms: what it is called with is handed on as it is.
  override write(...args: unknown[]): boolean {
    if (!this.#isGathering) {
      this.#isGathering = true
      this.cork()
      process.nextTick(() => {
        this.#isGathering = false
        this.uncork()
      })
    }
    return super.write(...(args as Parameters<Socket['write']>))
  }
}
