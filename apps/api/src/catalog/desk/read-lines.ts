import { type FacetName, facetNames } from '@flora/contract/catalog.ts'
import { type BadLine, ProductChange } from '@flora/contract/catalog-desk.ts'
import type { z } from 'zod'
import type { CsvLine } from '../../platform/read-csv.ts'
import { between, type ProductColumn, productColumns, type VariantColumn, variantColumns } from './product-lines.ts'

/** What a file says of a product: only the parts whose columns it has. References are names still. */
export interface ReadProduct {
  readonly slug: string
  readonly line: number
  readonly status: string | undefined
  /** As the contract writes a change, without variants and references. */
  readonly words: Record<string, unknown>
  /** Facets that the file has a column for; it says nothing of the others. */
  readonly facetColumns: readonly FacetName[]
  readonly facets: readonly { facet: FacetName; value: string }[]
  readonly collections: readonly string[] | undefined
  readonly addOns: readonly string[] | undefined
  readonly sizes: readonly ReadSize[]
}

export interface ReadSize {
  readonly line: number
  readonly sku: string
  readonly parts: Record<string, unknown>
  readonly recipe: readonly { stem: string; quantity: number }[] | undefined
}

export interface ReadLines {
  readonly products: readonly ReadProduct[]
  readonly bad: readonly BadLine[]
}

type Complain = (line: number, column: string | undefined, message: string) => void

/** Reads a file's lines into products. Every line that cannot be read is named; nothing is guessed. */
export function readLines(columns: readonly string[], lines: readonly CsvLine[]): ReadLines {
  const bad: BadLine[] = []
  const complain: Complain = (line, column, message) =>
    void bad.push({ line, ...(column !== undefined && { column }), message })
  const known: readonly string[] = [...productColumns, ...variantColumns]
  for (const column of columns)
    if (column !== '' && !known.includes(column)) complain(1, column, `There is no column called “${column}”.`)
  if (!columns.includes('product')) complain(1, 'product', 'A file needs the column “product”: the product’s address.')
  if (variantColumns.some((column) => columns.includes(column)) && !columns.includes('sku'))
    complain(1, 'sku', 'A file that says something of sizes needs the column “sku”.')
  if (bad.length > 0) return { products: [], bad }

  for (const { line, cells } of lines) if (cells['product'] === '') complain(line, 'product', 'Which product is it?')
  const bySlug = Map.groupBy(
    lines.filter(({ cells }) => cells['product'] !== ''),
    ({ cells }) => cells['product'] ?? '',
  )
  const products = [...bySlug].map(([slug, its]) => readProduct(slug, its, complain))
  refuseTwice(
    products.flatMap(({ sizes }) => sizes),
    complain,
  )
  return { products, bad }
}

function readProduct(slug: string, lines: readonly CsvLine[], complain: Complain): ReadProduct {
  const [first, ...rest] = lines
  const { line, cells } = first!
  for (const other of rest)
    for (const column of productColumns)
      if (other.cells[column] && other.cells[column] !== cells[column])
        complain(other.line, column, `This says something else than line ${line} does of the same product.`)

  const cell = (column: ProductColumn) => cells[column]
  const read = <T>(column: ProductColumn, how: (text: string) => T): T | undefined => {
    const text = cell(column)
    return text === undefined ? undefined : how(text)
  }
  const pairs = (column: ProductColumn, first: string) =>
    read(column, (text) =>
      splitBy(text, between.lines).map((pair) => {
        const at = pair.indexOf(between.parts)
        if (at < 0) complain(line, column, `“${pair}” needs “${between.parts}” between its two parts.`)
        return { [first]: pair.slice(0, at), text: pair.slice(at + between.parts.length) }
      }),
    )
  const facetColumns = facetNames.filter((facet) => cell(facet) !== undefined)
  const words = {
    name: cell('name'),
    latinName: cell('latin name'),
    kind: cell('kind') || undefined,
    tint: cell('tint') || undefined,
    summary: cell('summary'),
    description: read('description', (text) => splitBy(text, between.paragraphs)),
    care: pairs('care', 'heading'),
    facts: pairs('facts', 'term'),
    seasonMonths: read('months', (text) => (text === '' ? null : text.split(/[\s,|]+/).map(Number))),
    leadDays: read('lead days', orUsual(wholeNumber)),
    stockBy: cell('stock by') || undefined,
    visibleFrom: read('shown from', (text) => text || null),
    visibleUntil: read('shown until', (text) => text || null),
    position: read('position', orUsual(wholeNumber)),
  }
  return {
    slug,
    line,
    status: cell('status'),
    words: checked({ line, words: given(words), parts: wordColumns, whole: false }, complain),
    facetColumns,
    facets: facetColumns.flatMap((facet) => splitBy(cell(facet) ?? '', '|').map((value) => ({ facet, value }))),
    collections: read('collections', (text) => splitBy(text, '|')),
    addOns: read('add-ons', (text) => splitBy(text, '|')),
    sizes: lines.filter((one) => one.cells['sku']).map((one) => readSize(one, complain)),
  }
}

function readSize({ line, cells }: CsvLine, complain: Complain): ReadSize {
  const cell = (column: VariantColumn) => cells[column]
  const optional = (column: VariantColumn) => {
    const text = cell(column)
    return text === undefined ? undefined : text === '' ? null : wholeNumber(text)
  }
  const sold = cell('sold')?.toLowerCase()
  if (sold !== undefined && !['yes', 'no', ''].includes(sold)) complain(line, 'sold', 'Please say yes or no.')
  const price = cell('price')
  const parts = {
    sku: cell('sku'),
    name: cell('size'),
    measure: cell('measure'),
    priceMinor: price === undefined ? undefined : cents(price),
    benchMinutes: cell('bench minutes') === undefined ? undefined : wholeNumber(cell('bench minutes') ?? ''),
    heightCm: optional('height cm'),
    widthCm: optional('width cm'),
    active: sold === undefined ? undefined : sold !== 'no',
  }
  const recipe = cell('recipe')
  return {
    line,
    sku: cells['sku'] ?? '',
    parts: checked({ line, words: given(parts), parts: sizeColumns, whole: true }, complain),
    recipe: recipe === undefined ? undefined : readRecipe(recipe, (message) => complain(line, 'recipe', message)),
  }
}

function readRecipe(text: string, complain: (message: string) => void): { stem: string; quantity: number }[] {
  return splitBy(text, '|').flatMap((part) => {
    const [, quantity, stem] = /^(\d{1,4})\s+(.+)$/.exec(part) ?? []
    if (quantity && stem) return [{ quantity: Number(quantity), stem }]
    complain(`“${part}” is no number and stem, such as “7 Peony”.`)
    return []
  })
}

const wordColumns: Record<string, string> = {
  name: 'name',
  latinName: 'latin name',
  kind: 'kind',
  tint: 'tint',
  summary: 'summary',
  description: 'description',
  care: 'care',
  facts: 'facts',
  seasonMonths: 'months',
  leadDays: 'lead days',
  stockBy: 'stock by',
  visibleFrom: 'shown from',
  visibleUntil: 'shown until',
  position: 'position',
}
const sizeColumns: Record<string, string> = {
  sku: 'sku',
  name: 'size',
  measure: 'measure',
  priceMinor: 'price',
  benchMinutes: 'bench minutes',
  heightCm: 'height cm',
  widthCm: 'width cm',
  active: 'sold',
}

// The contract says what each part may be: one place for a form, a file and a program.
const wordShape = ProductChange.omit({ version: true, variants: true, pictures: true, facets: true })
const sizeShape = ProductChange.shape.variants.unwrap().element.omit({ recipe: true, id: true }).partial()

function checked(
  { line, words, parts, whole }: { line: number; words: object; parts: Record<string, string>; whole: boolean },
  complain: Complain,
): Record<string, unknown> {
  const read = (whole ? sizeShape : wordShape).safeParse(words)
  if (read.success)
    return Object.fromEntries(Object.keys(words).map((key) => [key, (read.data as Record<string, unknown>)[key]]))
  for (const issue of read.error.issues) complain(line, parts[String(issue.path[0])], asSentence(issue))
  return {}
}

function asSentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Please give one of these: ${issue.values.join(', ')}.`
  return /[.?!]$/.test(issue.message) ? issue.message : `${issue.message}.`
}

function refuseTwice(sizes: readonly ReadSize[], complain: Complain): void {
  const lines = new Map<string, number>()
  for (const { sku, line } of sizes) {
    const before = lines.get(sku)
    if (before === undefined) lines.set(sku, line)
    else complain(line, 'sku', `Line ${before} has this SKU already.`)
  }
}

function given(words: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined))
}

function splitBy(text: string, by: string): string[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

// Of what always is something, an empty cell says nothing: a product keeps what it has.
function orUsual<T>(how: (text: string) => T): (text: string) => T | undefined {
  return (text) => (text === '' ? undefined : how(text))
}

// NaN is refused by the contract, with its sentence.
function wholeNumber(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN
}

function cents(text: string): number {
  const [, dollars, rest = ''] = /^\s*\$?(\d{1,7})(?:[.,](\d{1,2}))?\s*$/.exec(text) ?? []
  return dollars === undefined ? Number.NaN : Number(dollars + rest.padEnd(2, '0'))
}
