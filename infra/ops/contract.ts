/** A contract as OpenAPI writes it, as far as it is compared. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}

interface Operation {
  readonly operationId?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: boolean | Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

/**
 * What pages of the old contract would stumble over at an API of the new one: they stay open in browsers for hours after a release. A line
 * that is gone, a request that is not taken any more, an answer without something that was always there.
 */
export function broken(old: Contract, next: Contract): string[] {
  return Object.entries(old.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, before]) => {
      const line = `${method.toUpperCase()} ${path}`
      const after = next.paths[path]?.[method]
      return after === undefined ? [`${line} is gone`] : brokenLine(line, before, after)
    }),
  )
}

function brokenLine(line: string, before: Operation, after: Operation): string[] {
  const found: string[] = []
  const known = new Map(before.parameters?.map((one) => [`${one.in} ${one.name}`, one]))
  for (const one of after.parameters ?? []) {
    const was = known.get(`${one.in} ${one.name}`)
    if (one.required && !was?.required) found.push(`${line} wants ${one.in} ${one.name}, which was not wanted`)
    if (was?.schema && one.schema) found.push(...refused(was.schema, one.schema, `${line} ${one.name}`))
  }
  const stays = new Set(after.parameters?.map((one) => `${one.in} ${one.name}`))
  for (const name of known.keys()) if (!stays.has(name)) found.push(`${line} does not take ${name} any more`)

  const [was, is] = [bodyOf(before.requestBody), bodyOf(after.requestBody)]
  if (is && !was) found.push(`${line} wants a body, which was not wanted`)
  if (was && !is) found.push(`${line} does not take a body any more`)
  if (was && is) found.push(...refused(was, is, `${line} body`))

  for (const [status, answer] of Object.entries(before.responses ?? {})) {
    if (status === 'default') continue
    const now = after.responses?.[status]
    if (!now) found.push(`${line} does not answer ${status} any more`)
    const [gave, gives] = [bodyOf(answer), now && bodyOf(now)]
    if (gave && gives) found.push(...unexpected(gave, gives, `${line} ${status}`))
  }
  return found
}

function bodyOf(part: Operation['requestBody']): Schema | undefined {
  return part?.content?.['application/json']?.schema
}

/** What was accepted, and is not any more. */
function refused(was: Schema, is: Schema, at: string): string[] {
  const [before, after] = [choices(was), choices(is)]
  if (before.length > 1 || after.length > 1)
    return before
      .filter((one) => !after.some((other) => refused(one, other, at).length === 0))
      .map(() => `${at} takes less than it did`)
  const found: string[] = []
  if (!sameType(was, is)) return [`${at} is another type`]
  const values = valuesOf(is)
  if (values && !(valuesOf(was)?.every((value) => values.includes(value)) ?? false))
    found.push(`${at} takes fewer values`)
  if (is.pattern !== undefined && is.pattern !== was.pattern) found.push(`${at} wants another pattern`)
  for (const limit of ['minLength', 'minimum', 'minItems'] as const)
    if ((is[limit] ?? -Infinity) > (was[limit] ?? -Infinity)) found.push(`${at} wants more (${limit})`)
  for (const limit of ['maxLength', 'maximum', 'maxItems'] as const)
    if ((is[limit] ?? Infinity) < (was[limit] ?? Infinity)) found.push(`${at} takes less (${limit})`)
  for (const name of is.required ?? [])
    if (!was.required?.includes(name)) found.push(`${at}.${name} is wanted, which was not`)
  for (const [name, schema] of Object.entries(was.properties ?? {})) {
    const now = is.properties?.[name]
    if (now) found.push(...refused(schema, now, `${at}.${name}`))
    // Bodies are strict: what is not known is refused.
    else if (is.properties) found.push(`${at}.${name} is not taken any more`)
  }
  if (was.items && is.items) found.push(...refused(was.items, is.items, `${at}[]`))
  return found
}

/** What an answer always held, and does not any more. New values of a list are no surprise: pages show what they do not know as text. */
function unexpected(was: Schema, is: Schema, at: string): string[] {
  const [before, after] = [choices(was), choices(is)]
  if (before.length > 1 || after.length > 1)
    return after
      .filter((one) => !kindsLike(one, before).some((other) => unexpected(other, one, at).length === 0))
      .map(() => `${at} may be something it was not`)
  if (!sameType(was, is)) return [`${at} is another type`]
  const found: string[] = []
  for (const [name, schema] of Object.entries(was.properties ?? {})) {
    const now = is.properties?.[name]
    if (!now) found.push(`${at}.${name} is gone`)
    else {
      if (was.required?.includes(name) && !is.required?.includes(name)) found.push(`${at}.${name} may be missing`)
      found.push(...unexpected(schema, now, `${at}.${name}`))
    }
  }
  if (was.items && is.items) found.push(...unexpected(was.items, is.items, `${at}[]`))
  const [gave, gives] = [valuesOfRecord(was), valuesOfRecord(is)]
  if (gave && gives) found.push(...unexpected(gave, gives, `${at}{}`))
  return found
}

// Those of several kinds that call themselves as this one does: { ok: false } is held against what { ok: false } was, and not against
// { ok: true }, which never said why. A kind that calls itself otherwise than all is new.
function kindsLike(one: Schema, kinds: readonly Schema[]): readonly Schema[] {
  const like = kinds.filter((kind) =>
    Object.entries(kind.properties ?? {}).every(([name, schema]) => {
      const [values, others] = [valuesOf(schema), valuesOf(one.properties?.[name] ?? {})]
      return !values || !others || others.some((value) => values.includes(value))
    }),
  )
  return like.length > 0 ? like : kinds
}

function valuesOfRecord({ additionalProperties: values }: Schema): Schema | undefined {
  return typeof values === 'object' ? values : undefined
}

function choices(schema: Schema): readonly Schema[] {
  return (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((one) => (one === schema ? [one] : choices(one)))
}

function sameType(one: Schema, other: Schema): boolean {
  return String(one.type ?? '') === String(other.type ?? '')
}

function valuesOf({ enum: values, const: value }: Schema): readonly unknown[] | undefined {
  return values ?? (value === undefined ? undefined : [value])
}
