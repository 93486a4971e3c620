import {
  CancelInstanceRefreshCommand,
  DescribeInstanceRefreshesCommand,
  StartInstanceRefreshCommand,
} from '@aws-sdk/client-auto-scaling'
import { ListCommandInvocationsCommand, SendCommandCommand } from '@aws-sdk/client-ssm'
import { published } from './account.ts'
import { Refused } from './command.ts'
import type { Context } from './context.ts'

/** A verb of the machines' boot script, and the release it is about. */
export interface Order {
  readonly verb: 'deploy' | 'reload' | 'rollback' | 'migrate' | 'status'
  readonly release?: string
}

/** What one machine answered. */
export interface Answer {
  readonly machine: string
  readonly said: string
}

// A deploy on a small machine takes two minutes; an order that takes longer than this will not end well.
const mostLooks = 300
const mostLooksForOne = 20

/**
 * Asks every machine of the environment for a verb, one machine after the other, and waits until each has answered. Refuses when one
 * fails; the rest are then not asked any more.
 */
export async function askMachines(context: Context, { verb, release }: Order): Promise<Answer[]> {
  const { ssm } = context.account
  const { document, instance_tag: tag } = await published(context.account, 'app')
  const sent = await ssm.send(
    new SendCommandCommand({
      DocumentName: document,
      Targets: [{ Key: `tag:${tag.key}`, Values: [tag.value] }],
      Parameters: { verb: [verb], ...(release !== undefined && { release: [release] }) },
      MaxConcurrency: '1',
      MaxErrors: '0',
      Comment: `${verb} ${release ?? ''}`.trim(),
    }),
  )
  const CommandId = sent.Command!.CommandId!
  for (let look = 0; look < mostLooks; look += 1) {
    const { CommandInvocations: found = [] } = await ssm.send(
      new ListCommandInvocationsCommand({ CommandId, Details: true }),
    )
    const answers = found.map((one) => ({
      machine: one.InstanceId ?? '',
      state: String(one.Status),
      said: one.CommandPlugins?.[0]?.Output ?? '',
    }))
    const failed = answers.find(({ state }) => /^(Cancelled|Failed|TimedOut|Undeliverable|Terminated)$/.test(state))
    if (failed)
      throw new Refused(
        `${failed.machine} could not ${verb} (${failed.state}). ${failed.said.trim().split('\n').slice(-3).join(' ')}`,
      )
    if (answers.length === 0 && look >= mostLooksForOne)
      throw new Refused(
        `No machine takes the order. Is one there? npm run ops -- logs boot --env ${context.environment}`,
      )
    if (answers.length > 0 && answers.every(({ state }) => state === 'Success')) return answers
    if (look % 10 === 0)
      context.say(`${verb}: ${answers.filter(({ state }) => state === 'Success').length} of ${answers.length} machines`)
    await context.pause()
  }
  throw new Refused(
    `The machines did not answer ${verb}. Their log: npm run ops -- logs boot --env ${context.environment}`,
  )
}

/**
 * Has the scaling group replace its machines, one more before one less; each new one fetches the release that is named. A refresh that
 * fails goes back by itself. Waits for its end.
 */
export async function replaceMachines(context: Context, group: string): Promise<void> {
  const { scaling } = context.account
  const id = await startRefresh(context, group)
  for (let look = 0; look < mostLooks * 3; look += 1) {
    const { InstanceRefreshes: found = [] } = await scaling.send(
      new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, InstanceRefreshIds: [id] }),
    )
    const { Status: state = 'Pending', PercentageComplete: percent = 0, StatusReason: why = '' } = found[0] ?? {}
    if (state === 'Successful') return
    if (/^(Failed|Cancelled|RollbackFailed|RollbackSuccessful)$/.test(state))
      throw new Refused(`The machines were not replaced (${state}). ${why}`)
    if (look % 10 === 0) context.say(`machines: ${percent} % are new`)
    await context.pause()
  }
  throw new Refused('The machines take more than three quarters of an hour to be replaced. Look at the scaling group.')
}

// One that was begun for another release, by a deploy that was broken off, has to end first: a group does one at a time.
async function startRefresh(context: Context, group: string): Promise<string> {
  const { scaling } = context.account
  for (let look = 0; look < mostLooks; look += 1) {
    try {
      const { InstanceRefreshId: id } = await scaling.send(
        new StartInstanceRefreshCommand({
          AutoScalingGroupName: group,
          Strategy: 'Rolling',
          // The template has not changed: what a machine runs is named in Parameter Store, and so nothing may be skipped.
          Preferences: {
            MinHealthyPercentage: 100,
            MaxHealthyPercentage: 150,
            InstanceWarmup: 120,
            SkipMatching: false,
          },
        }),
      )
      return id!
    } catch (error) {
      if (!isNamed(error, 'InstanceRefreshInProgress')) throw error
    }
    if (look === 0) {
      context.say('machines are being replaced for an earlier order; that is cancelled first')
      await scaling.send(new CancelInstanceRefreshCommand({ AutoScalingGroupName: group })).catch((error: unknown) => {
        // It may have ended between the two questions.
        if (!isNamed(error, 'ActiveInstanceRefreshNotFound')) throw error
      })
    }
    await context.pause()
  }
  throw new Refused('The machines are still being replaced for an earlier order. Look at the scaling group.')
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name.startsWith(name)
}
