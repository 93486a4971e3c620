import type { z } from 'zod'

type RawIssue = z.core.$ZodRawIssue

/**
 * What is wrong with something sent, in words for who reads it on a page. For all that the contract has no sentence of its own for:
 * where it has one, that stands.
 */
export function wordsOfFault(issue: RawIssue): string {
  const name = nameOf(issue)
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `${name} is missing.` : `${name} should be ${kindOf(issue.expected)}.`
    case 'too_small':
      return `${name} should be ${boundOf(issue.origin, 'least', issue.minimum, issue.inclusive ?? true)}.`
    case 'too_big':
      return `${name} should be ${boundOf(issue.origin, 'most', issue.maximum, issue.inclusive ?? true)}.`
    case 'invalid_value':
      return `${name} should be one of these: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `Not known here: ${issue.keys.join(', ')}. Please leave it out.`
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return `${name} is not in a form that is understood here.`
  }
}

function nameOf({ path = [] }: RawIssue): string {
  return path.length === 0 ? 'This' : `“${path.map(String).join('.')}”`
}

function kindOf(expected: string): string {
  return kinds[expected] ?? 'something else'
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'null',
}

function boundOf(origin: string, which: 'least' | 'most', bound: number | bigint, isInclusive: boolean): string {
  const of = { string: ' characters long', array: ' in number' }[origin] ?? ''
  if (isInclusive) return `${bound}${of} at ${which}`
  return `${which === 'least' ? 'more' : 'less'} than ${bound}${of}`
}
