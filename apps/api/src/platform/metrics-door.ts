import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { portsInTurn, type MetricsConfig } from './metrics-settings.ts'

export interface MetricsDoor {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * A door of its own for whoever collects measurements: what they say of a shop is nobody else's business, so they are never told where
 * customers are answered. Of several processes on a machine each takes the next port that is free.
 */
export async function openMetricsDoor(
  { host, port: first }: MetricsConfig,
  tell: () => Promise<{ text: string; contentType: string }>,
): Promise<MetricsDoor> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    tell().then(
      ({ text, contentType }) => response.writeHead(200, { 'content-type': contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  for (let port = first; ; port += 1) {
    const taken = await listen(server, host, port)
    if (!taken) break
    if (first === 0 || port + 1 >= first + portsInTurn) throw taken
  }
  // Whoever collects comes again and again; nobody waits for it when the process is to end.
  server.unref()
  const address = server.address()
  const own = typeof address === 'object' && address ? address.port : first
  return {
    url: `http://${host}:${own}/metrics`,
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

// The error of a port that another process has; any other is thrown.
async function listen(server: Server, host: string, port: number): Promise<Error | undefined> {
  server.listen({ host, port })
  try {
    await once(server, 'listening')
    return undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return error
    throw error
  }
}
