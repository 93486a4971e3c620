/** One level of a decoded form: `a[b]=1&a[c][]=2` becomes `{ a: { b: '1', c: { 0: '2' } } }`. */
export interface FormTree {
  [key: string]: string | FormTree
}

/** Deeper nesting than any Stripe parameter has; it stops a hostile body from building a tower of objects. */
const MAX_DEPTH = 8

/**
 * Decodes a form body or a query string the way Stripe does: brackets nest, `[]` appends, the last value of a name
 * wins.
 */
export function parseForm(encoded: string): FormTree {
  const form = emptyTree()
  if (encoded === '') return form
  for (const pair of encoded.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    plant(form, pathOf(name), equals < 0 ? '' : decode(pair.slice(equals + 1)))
  }
  return form
}

/** The same parameters in another order must count as the same request, so the pairs are sorted. */
export function canonicalForm(encoded: string): string {
  return encoded.split('&').toSorted().join('&')
}

// Null prototypes keep names such as `__proto__` and `constructor` what they are: unknown parameters.
function emptyTree(): FormTree {
  return Object.create(null) as FormTree
}

function decode(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function pathOf(name: string): string[] {
  const bracket = name.indexOf('[')
  if (bracket < 0) return [name]
  const path = [name.slice(0, bracket)]
  for (const [, key] of name.slice(bracket).matchAll(/\[([^\]]*)\]/g)) path.push(key ?? '')
  return path.slice(0, MAX_DEPTH)
}

function plant(form: FormTree, path: string[], value: string): void {
  let branch = form
  for (const [depth, step] of path.entries()) {
    const key = step === '' && depth > 0 ? String(Object.keys(branch).length) : step
    if (depth === path.length - 1) {
      branch[key] = value
      return
    }
    const next = branch[key]
    branch = typeof next === 'object' ? next : (branch[key] = emptyTree())
  }
}
