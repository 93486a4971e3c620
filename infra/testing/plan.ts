type Values = Record<string, unknown>

interface Resource {
  readonly address: string
  readonly type: string
  readonly mode: 'managed' | 'data'
  readonly values: Values
}

interface Module {
  readonly resources?: Resource[]
  readonly child_modules?: Module[]
}

interface Change {
  readonly address: string
  readonly type: string
  readonly mode: 'managed' | 'data'
  readonly change: {
    readonly actions: string[]
    readonly before?: Values
    readonly after?: Values
    readonly after_unknown?: Values
  }
}

/** What `terraform show -json` writes of a plan, as far as it is read here. */
export interface Plan {
  readonly planned_values: { readonly root_module: Module }
  readonly prior_state?: { readonly values?: { readonly root_module: Module } }
  readonly resource_changes?: Change[]
}

export interface Statement {
  readonly address: string
  readonly sid: string
  readonly effect: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly principals: readonly string[]
  readonly conditions: number
}

/** Every resource that would be there, of every module. */
export function resources(plan: Plan): Resource[] {
  return flatten(plan.planned_values.root_module).filter(({ mode }) => mode === 'managed')
}

/** Every statement of every policy: of documents that could be read while planning, and of those that wait for an ARN. */
export function statements(plan: Plan): Statement[] {
  const read = flatten(plan.prior_state?.values?.root_module ?? {}).filter(({ mode }) => mode === 'data')
  const waiting = (plan.resource_changes ?? [])
    .filter(({ mode }) => mode === 'data')
    .map(({ address, type, change }) => ({ address, type, values: change.after ?? {} }))
  return [...read, ...waiting]
    .filter(({ type }) => type === 'aws_iam_policy_document')
    .flatMap(({ address, values }) => list(values['statement']).map((statement) => toStatement(address, statement)))
}

/** What a plan would change, one line for each attribute: `address attribute`. Nothing when it would change nothing. */
export function differences(plan: Plan): string[] {
  return (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === 'managed' && !['no-op', 'read'].includes(change.actions.join()))
    .flatMap(({ address, change }) =>
      change.actions.join() === 'update'
        ? changedNames(change).map((name) => `${address} ${name}`)
        : [`${address} ${change.actions.join('+')}`],
    )
    .toSorted()
}

function changedNames({ before = {}, after = {}, after_unknown = {} }: Change['change']): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(after_unknown)])
  return [...names].filter(
    (name) => after_unknown[name] === true || JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
}

function flatten(module: Module): Resource[] {
  return [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(flatten)]
}

function toStatement(address: string, given: Values): Statement {
  return {
    address,
    sid: String(given['sid'] ?? ''),
    effect: String(given['effect'] ?? 'Allow'),
    actions: texts(given['actions']),
    resources: texts(given['resources']),
    principals: list(given['principals']).flatMap(({ identifiers }) => texts(identifiers)),
    conditions: list(given['condition']).length,
  }
}

function list(value: unknown): Values[] {
  return Array.isArray(value) ? (value as Values[]) : []
}

// What is not known yet stands there as null.
function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : '(known later)')) : []
}
