import { catalogue, type CatalogueEntry } from './catalogue.ts'
import { colours, papers } from './colours.ts'
import { wraps } from './presentations/paper.ts'
import { pots } from './presentations/pot.ts'
import { vases } from './presentations/vase-shapes.ts'

type Section = { title: string; note: string; holds: (entry: CatalogueEntry) => boolean }

const isFlower =
  (...roles: string[]) =>
  (entry: CatalogueEntry): boolean =>
    entry.kind === 'flower' && roles.includes(entry.role)

const sections: readonly Section[] = [
  {
    title: 'Cut faces',
    note: 'role focal (few, large), bloom, accent (small)',
    holds: isFlower('focal', 'bloom', 'accent'),
  },
  { title: 'Cut spires', note: 'tall, they make the silhouette', holds: isFlower('spire') },
  { title: 'Cut sprays', note: 'clouds, clusters and branches that fill', holds: isFlower('spray') },
  { title: 'Foliage', note: 'keeps its own green: leave the colour away', holds: ({ kind }) => kind === 'foliage' },
  {
    title: 'Dried',
    note: 'goes with itself and with statice, lavender, banksia, gypsophila',
    holds: ({ kind }) => kind === 'dried',
  },
  {
    title: 'Pot plants',
    note: 'one to a picture; a single colour `lime` means green: leave the colour away',
    holds: ({ kind }) => kind === 'plant',
  },
  {
    title: 'Add-ons',
    note: 'several lines, or counts above one, share the table',
    holds: ({ kind }) => kind === 'add-on',
  },
]

/** The catalogue as a page for people who write recipes. */
export function describeCatalogue(): string {
  const list = (names: object): string =>
    Object.keys(names)
      .map((name) => `\`${name}\``)
      .join(' ')
  return `# What the illustrator can draw

Keys are the \`StemName\` of a recipe line: \`{ stem: 'rose', colour: 'blush', count: 5 }\`. The first colour is the one meant when a line names none.
Every key and colour below is a promise. The same as data: \`catalogue\`. This page is written by \`src/tools/species-list.ts\`.

${sections.map(describeSection).join('\n')}
## Dressing

- presentation: \`wrapped\` \`vase\` \`bunch\` \`posy\` \`box\` (a long box) for flowers · \`pot\` for plants · \`table\` for add-ons. Guessed from the recipe when absent.
- paper (of the wrapping, the posy's frill, the box): ${list(wraps)}
- ribbon: ${list(colours)}
- vase: ${list(vases)}; with an empty recipe the vase is sold by itself
- pot: ${list(pots)}
- background: ${list(papers)} or \`none\`
`
}

function describeSection({ title, note, holds }: Section): string {
  const rows = catalogue
    .filter(holds)
    .map(
      ({ stem, name, botanical, role, colours: offered }) =>
        `| \`${stem}\` | ${name}${botanical ? `, *${botanical}*` : ''} | ${role} | ${offered.join(', ')} |`,
    )
  return `## ${title}\n\n${note}\n\n| stem | name | role | colours |\n|---|---|---|---|\n${rows.join('\n')}\n`
}
