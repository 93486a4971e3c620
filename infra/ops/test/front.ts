import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands before the emulator, and answers what it does not know: orders to machines, and their replacement. The rest goes on to it. */
export interface Front {
  readonly url: string
  /** What machines were asked, in order: `deploy one`, or `replace flora-dev`. */
  readonly asked: string[]
  /** How they answer from now on. */
  readonly answer: (state: 'Success' | 'Failed', said?: string) => void
  /** From now on the group replaces machines for somebody else, until that is cancelled. */
  readonly replacing: () => void
  readonly close: () => void
}

/** Opens the front before an emulator at `address`; `instance` is the one machine that there is. */
export async function openFront(address: string, instance: () => string): Promise<Front> {
  const asked: string[] = []
  let state = 'Success'
  let said = ''
  let isReplacing = false
  const own = (target: string, body: string): string | undefined => {
    if (target === 'AmazonSSM.SendCommand') {
      const { Parameters: { verb, release } = {} } = JSON.parse(body) as { Parameters?: Record<string, string[]> }
      asked.push([verb?.[0], release?.[0]].filter((word) => word).join(' '))
      return undefined
    }
    if (target === 'AmazonSSM.ListCommandInvocations')
      return JSON.stringify({
        CommandInvocations: [{ InstanceId: instance(), Status: state, CommandPlugins: [{ Output: said }] }],
      })
    const action = new URLSearchParams(body)
    const group = action.get('AutoScalingGroupName')
    if (action.get('Action') === 'CancelInstanceRefresh') {
      asked.push(`cancel ${group}`)
      isReplacing = false
      return xml('CancelInstanceRefresh', '<InstanceRefreshId>refresh-0</InstanceRefreshId>')
    }
    if (action.get('Action') === 'StartInstanceRefresh') {
      if (isReplacing) return refusal('InstanceRefreshInProgress')
      asked.push(`replace ${group}`)
      return xml('StartInstanceRefresh', '<InstanceRefreshId>refresh-1</InstanceRefreshId>')
    }
    if (action.get('Action') === 'DescribeInstanceRefreshes') {
      const status = state === 'Success' ? 'Successful' : 'RollbackSuccessful'
      return xml(
        'DescribeInstanceRefreshes',
        `<InstanceRefreshes><member><InstanceRefreshId>refresh-1</InstanceRefreshId><Status>${status}</Status><StatusReason>${said}</StatusReason></member></InstanceRefreshes>`,
      )
    }
    return undefined
  }
  const server = createServer((request, reply) => void pass(request, reply, address, own))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (next, words = '') => {
      state = next
      said = words
    },
    replacing: () => void (isReplacing = true),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function pass(
  request: IncomingMessage,
  reply: ServerResponse,
  address: string,
  own: (target: string, body: string) => string | undefined,
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts)
  const target = String(request.headers['x-amz-target'] ?? '')
  const answer = own(target, body.toString('latin1'))
  if (answer !== undefined) {
    reply
      .writeHead(answer.startsWith('<ErrorResponse') ? 400 : 200, {
        'content-type': target ? 'application/x-amz-json-1.1' : 'text/xml',
      })
      .end(answer)
    return
  }
  const {
    host: _,
    connection: __,
    'content-length': ___,
    'transfer-encoding': ____,
    expect: _____,
    ...headers
  } = request.headers
  const there = await fetch(`${address}${request.url}`, {
    method: request.method!,
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body }),
  })
  const bytes = Buffer.from(await there.arrayBuffer())
  const kept = [...there.headers].filter(
    ([name]) => !['connection', 'content-encoding', 'content-length', 'transfer-encoding'].includes(name),
  )
  reply
    .writeHead(there.status, {
      ...Object.fromEntries(kept),
      ...(request.method !== 'HEAD' && { 'content-length': bytes.length }),
    })
    .end(bytes)
}

function xml(action: string, result: string): string {
  const space = 'http://autoscaling.amazonaws.com/doc/2011-01-01/'
  return `<${action}Response xmlns="${space}"><${action}Result>${result}</${action}Result></${action}Response>`
}

function refusal(code: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`
}
