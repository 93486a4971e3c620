/** A piece of SQL with its values apart. Pieces are put together by `sql`; only a whole one is sent. */
export class SQL {
  readonly #texts: readonly string[]
  readonly #values: readonly unknown[]

  constructor(texts: readonly string[], values: readonly unknown[]) {
    this.#texts = texts
    this.#values = values
  }

  /** The text with $1, $2 … and what stands for them. */
  toQuery(): { text: string; values: unknown[] } {
    const values: unknown[] = []
    return { text: this.#written(values), values }
  }

  #written(values: unknown[]): string {
    let text = this.#texts[0]!
    for (const [at, value] of this.#values.entries()) {
      text += value instanceof SQL ? value.#written(values) : `$${values.push(value)}`
      text += this.#texts[at + 1]!
    }
    return text
  }
}

/**
 * SQL as it is written, in which `${value}` becomes a parameter and `${sql`…`}` a part of the text. A value is never text: whoever
 * wants that must say `sql.raw`, which is for our own constants. An array is one parameter, of an array type.
 */
export function sql(texts: TemplateStringsArray, ...values: readonly unknown[]): SQL {
  return new SQL(texts, values)
}

sql.raw = function raw(text: string): SQL {
  return new SQL([text], [])
}

sql.join = function join(pieces: readonly SQL[], between: SQL): SQL {
  const values = pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]))
  return new SQL(
    Array.from({ length: values.length + 1 }, () => ''),
    values,
  )
}
