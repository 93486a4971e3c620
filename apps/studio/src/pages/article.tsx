import type { Draft } from '@flora/contract/drafts.ts'
import type { ContentId } from '@flora/contract/ids.ts'
import { type JSX, useState } from 'react'
import { Link, useParams } from 'react-router'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDo } from '../asking/use-do.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { SaveBar } from '../components/save-bar.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Refused } from '../components/trouble.tsx'
import { articleKinds, articleStates } from '../words/articles.ts'
import { ArticleActs } from './articles/article-acts.tsx'
import { ArticleAside } from './articles/article-aside.tsx'
import { ArticleFields } from './articles/article-fields.tsx'
import { articleBody, articleParts, changedArticleParts, typedArticle } from './articles/typed-article.ts'
import { WrittenText } from './articles/written-text.tsx'

/** One piece: its words, how they will look, and when they appear. */
export function Component(): JSX.Element {
  const { contentId } = useParams()
  const answer = useAsk('GET /content/drafts/:id', { params: { id: contentId as ContentId } })
  return (
    <Answered answer={answer}>
      {(draft) => (draft.id === contentId ? <Editor key={draft.id} draft={draft} /> : null)}
    </Answered>
  )
}

function Editor({ draft }: { draft: Draft }): JSX.Element {
  const [from, setFrom] = useState(draft)
  const [typed, setTyped] = useState(() => typedArticle(draft))
  const doing = useDo()
  const saved = typedArticle(from)
  const changed = changedArticleParts(typed, saved)
  const isDirty = changed.length > 0
  // Nothing is typed, so there is nothing to lose: the newest is shown.
  if (draft.version > from.version && !isDirty) {
    setFrom(draft)
    setTyped(typedArticle(draft))
  }
  function take(next: Draft): void {
    setFrom(next)
    setTyped(typedArticle(next))
    learn('GET /content/drafts/:id', { params: { id: next.id } }, next)
  }
  const save = (): void =>
    void doing.run(
      async () => {
        const body = { ...articleBody(typed, saved), version: from.version }
        take(await shop.call('PATCH /content/:piece', { params: { piece: from.id }, body }))
      },
      from.state === 'published' ? 'Saved. Readers see it now.' : 'Saved.',
    )
  const isStale = doing.problem?.code === 'changed-meanwhile'
  const change = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }))
  return (
    <>
      <Head draft={from} isDirty={isDirty} onDone={take} />
      <div className="edit">
        <div>
          <Section title="Words">
            <ArticleFields typed={typed} change={change} faultOf={doing.faultOf} />
          </Section>
          <WrittenText
            markdown={typed.markdown}
            fault={doing.faultOf('markdown')}
            onChange={(markdown) => change({ markdown })}
          />
          <Refused problem={doing.problem} {...(isStale && { opening: 'Somebody was quicker.' })} />
          {isStale && draft.version > from.version && (
            <Overtaken
              newest={draft}
              onTheirs={(next) => {
                doing.clear()
                take(next)
              }}
              onMine={() => {
                doing.clear()
                setFrom(draft)
              }}
            />
          )}
          <SaveBar
            changes={changed.map((part) => articleParts[part])}
            isBusy={doing.isBusy}
            can={from.can.edit}
            onSave={save}
            onDiscard={() => {
              doing.clear()
              setTyped(saved)
            }}
          />
        </div>
        <ArticleAside draft={from} typed={typed} change={change} faultOf={doing.faultOf} />
      </div>
    </>
  )
}

interface HeadProps {
  readonly draft: Draft
  readonly isDirty: boolean
  readonly onDone: (draft: Draft) => void
}

function Head({ draft, isDirty, onDone }: HeadProps): JSX.Element {
  const { mark, word } = articleStates[draft.state]
  return (
    <PageHeader
      title={draft.title}
      above={
        <>
          <Link to="/articles">Articles</Link>, {articleKinds[draft.kind].toLowerCase()}
        </>
      }
    >
      <Badge mark={mark}>{word}</Badge>
      <ArticleActs draft={draft} isDirty={isDirty} onDone={onDone} />
    </PageHeader>
  )
}

interface OvertakenProps {
  /** As it is saved now: it was asked for again after the refusal. */
  readonly newest: Draft
  readonly onTheirs: (draft: Draft) => void
  readonly onMine: () => void
}

function Overtaken({ newest, onTheirs, onMine }: OvertakenProps): JSX.Element {
  return (
    <p className="head-acts more">
      <Button small onPress={onMine}>
        Put mine on top of it
      </Button>
      <Button small onPress={() => onTheirs(newest)}>
        Take theirs: “{newest.title}”
      </Button>
    </p>
  )
}
