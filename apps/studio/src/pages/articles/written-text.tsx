import { type JSX, useState } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { Answered } from '../../components/answered.tsx'
import { LongTextField } from '../../components/fields.tsx'
import { SafeHtml } from '../../components/safe-html.tsx'
import { Section } from '../../components/section.tsx'
import { count } from '../../words/counts.ts'
import { PhotoPick } from './photo-pick.tsx'
import { PicturePick } from './picture-pick.tsx'

interface WrittenTextProps {
  readonly markdown: string
  readonly fault: string | undefined
  readonly onChange: (markdown: string) => void
}

const longest = 30_000

/** The text as it is written, and as it will look, saved or not: the shop makes the look. */
export function WrittenText({ markdown, fault, onChange }: WrittenTextProps): JSX.Element {
  const [shows, setShows] = useState<'text' | 'look'>('text')
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
          <PhotoPick
            label="Put a photo of your own at the end of the text"
            onSent={({ picture: { id } }) =>
              onChange(`${markdown.trimEnd()}\n\n![Say what it shows](/pictures/${id}-800.webp)\n`)
            }
          />
          <PicturePick
            label="Put a picture at the end of the text, by its product"
            onPick={({ id, alt }) => onChange(`${markdown.trimEnd()}\n\n![${alt}](/pictures/${id}-800.webp)\n`)}
          />
        </>
      ) : (
        <Look markdown={markdown} />
      )}
    </Section>
  )
}

function Look({ markdown }: { markdown: string }): JSX.Element {
  const answer = useAsk('POST /content/preview', { body: { markdown } })
  return (
    <Answered answer={answer}>
      {({ html, minutes }) => (
        <>
          <p className="soft">{count(minutes, 'minute')} to read.</p>
          <div className="prose">
            <SafeHtml html={html} />
          </div>
        </>
      )}
    </Answered>
  )
}
