import type { z } from 'zod'

/** What is wrong with one variable, after its name: what it should be, and never what was given, which may be a secret. */
export function inWords(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')}: ${whatItShouldBe(issue)}.`
}

function whatItShouldBe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return 'should be a whole number'
    case 'invalid_value':
      return `should be ${oneOf(issue.values.map(String))}`
    case 'too_small':
      return issue.origin === 'string'
        ? `should have at least ${issue.minimum} letters`
        : `should be ${issue.minimum} or more`
    case 'too_big':
      return issue.origin === 'string'
        ? `should have no more than ${issue.maximum} letters`
        : `should be ${issue.maximum} or less`
    default:
      // What only one variable wants, it says itself.
      return issue.message
  }
}

function oneOf(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}
