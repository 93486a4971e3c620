import type { JSX } from 'react'
import { LongTextField, SelectField, TextField } from '../../components/fields.tsx'
import { articleAddress, articleKinds } from '../../words/articles.ts'
import { choicesOf } from '../../words/products.ts'
import type { TypedArticle } from './typed-article.ts'

export interface ArticlePartProps {
  readonly typed: TypedArticle
  readonly change: (part: Partial<TypedArticle>) => void
  readonly faultOf: (path: string) => string | undefined
}

/** Title, address, author, tags. */
export function ArticleFields({ typed, change, faultOf }: ArticlePartProps): JSX.Element {
  const tagFault = faultOf('tags') ?? faultOf('tags.0') ?? faultOf('tags.1') ?? faultOf('tags.2')
  return (
    <div className="fields">
      <TextField
        label="Title"
        value={typed.title}
        maxLength={120}
        fault={faultOf('title')}
        onChange={(title) => change({ title })}
      />
      <SelectField
        label="Kind"
        span="f2"
        value={typed.kind}
        choices={choicesOf(articleKinds)}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label="Address"
        span="f4"
        value={typed.slug}
        maxLength={80}
        hint={typed.slug === '' ? 'Made from the title.' : articleAddress(typed)}
        fault={faultOf('slug')}
        onChange={(slug) => change({ slug })}
      />
      <LongTextField
        label="Summary"
        rows={2}
        value={typed.summary}
        maxLength={240}
        hint="Stands in lists and in what others share."
        fault={faultOf('summary')}
        onChange={(summary) => change({ summary })}
      />
      <TextField
        label="By"
        span="f2"
        value={typed.author}
        maxLength={80}
        fault={faultOf('author')}
        onChange={(author) => change({ author })}
      />
      <TextField
        label="Tags"
        span="f4"
        value={typed.tags}
        hint="With commas between, eight at most."
        fault={tagFault}
        onChange={(tags) => change({ tags })}
      />
    </div>
  )
}
