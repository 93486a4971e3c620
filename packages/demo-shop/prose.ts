/** Joins text that was wrapped to fit the editor back into one paragraph. */
export function sentence(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Splits text at blank lines into paragraphs, each unwrapped. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map(sentence)
    .filter((paragraph) => paragraph !== '')
}

/** Takes the indentation of a template literal away and leaves Markdown's own line structure alone. */
export function markdown(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return `${lines.map((line) => line.slice(indent)).join('\n')}\n`
}
