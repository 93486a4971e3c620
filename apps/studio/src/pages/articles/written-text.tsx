import type { Draft } from '@flora/contract/drafts.ts'
import { type JSX, useState } from 'react'
import { LongTextField } from '../../components/fields.tsx'
import { SafeHtml } from '../../components/safe-html.tsx'
import { Section } from '../../components/section.tsx'
import { count } from '../../words/counts.ts'
import { PicturePick } from './picture-pick.tsx'

interface WrittenTextProps {
  readonly draft: Draft
  readonly markdown: string
  readonly fault: string | undefined
  readonly onChange: (markdown: string) => void
}

const longest = 30_000

/** The text as it is written, and as it will look. The shop makes the look, so it is of what was saved last. */
export function WrittenText({ draft, markdown, fault, onChange }: WrittenTextProps): JSX.Element {
  const [shows, setShows] = useState<'text' | 'look'>('text')
  const isOld = markdown !== draft.markdown
  return (
    <Section
      title="Text"
      aside={
        <span className="segments" role="group" aria-label="Text or its look">
          {(['text', 'look'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="btn btn-line btn-xs"
              aria-pressed={shows === one}
              onClick={() => setShows(one)}
            >
              {one === 'text' ? 'Write' : 'How it looks'}
            </button>
          ))}
        </span>
      }
    >
      {shows === 'text' ? (
        <>
          <LongTextField
            label="Text in Markdown"
            hideLabel
            rows={24}
            value={markdown}
            maxLength={longest}
            fault={fault}
            hint="## a heading, **strong**, *slanted*, - a list, > a quotation, [words](address). An empty line begins a paragraph."
            onChange={onChange}
          />
          <PicturePick
            label="Put a picture at the end of the text, by its product"
            onPick={({ id, alt }) => onChange(`${markdown.trimEnd()}\n\n![${alt}](/pictures/${id}-800.webp)\n`)}
          />
        </>
      ) : (
        <>
          {isOld && <p className="banner butter">As it was last saved. Save to see the newest.</p>}
          <p className="soft">{count(draft.minutes, 'minute')} to read.</p>
          <div className="prose">
            <SafeHtml html={draft.html} />
          </div>
        </>
      )}
    </Section>
  )
}
