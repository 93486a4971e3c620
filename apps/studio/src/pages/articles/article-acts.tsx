import type { Draft } from '@flora/contract/drafts.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useState } from 'react'
import { useNavigate } from 'react-router'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { ActionMenu } from '../../components/menu.tsx'
import { Refused } from '../../components/trouble.tsx'
import { DeleteArticle } from '../../forms/article-delete.tsx'
import { ScheduleArticle } from '../../forms/article-schedule.tsx'
import { articleAddress } from '../../words/articles.ts'

interface ArticleActsProps {
  readonly draft: Draft
  readonly isDirty: boolean
  readonly onDone: (draft: Draft) => void
}

/** Publish now or later, archive, delete: what is saved, not what is typed. */
export function ArticleActs({ draft, isDirty, onDone }: ArticleActsProps): JSX.Element {
  const doing = useDo()
  const go = useNavigate()
  const [open, setOpen] = useState<'schedule' | 'delete'>()
  const params = { id: draft.id }
  const saved = (can: Permission): Permission =>
    can.ok && isDirty ? { ok: false, because: 'Save or discard your changes first.' } : can
  return (
    <>
      {draft.state === 'published' && (
        <a className="btn btn-line" href={articleAddress(draft)} target="_blank" rel="noreferrer">
          Read it in the shop
        </a>
      )}
      {draft.state !== 'published' && (
        <>
          <Button can={saved(draft.can.publish)} onPress={() => setOpen('schedule')}>
            {draft.state === 'scheduled' ? 'Another time' : 'Schedule'}
          </Button>
          <Button
            kind="ink"
            can={saved(draft.can.publish)}
            isBusy={doing.isBusy}
            busy="Publishing"
            onPress={() =>
              void doing.run(
                async () =>
                  onDone(await shop.call('POST /content/:id/publish', { params, body: { version: draft.version } })),
                'Published. Readers see it now.',
              )
            }
          >
            Publish
          </Button>
        </>
      )}
      <ActionMenu
        label="More for this piece"
        choices={[
          {
            id: 'archive',
            words: draft.state === 'scheduled' ? 'Take it back' : 'Archive',
            can: saved(draft.can.archive),
            run: () =>
              void doing.run(
                async () => onDone(await shop.call('POST /content/:id/archive', { params })),
                'It is off the site.',
              ),
          },
          { id: 'delete', words: 'Delete', can: draft.can.delete, run: () => setOpen('delete') },
        ]}
      />
      <Refused problem={doing.problem} />
      {open === 'schedule' && (
        <ScheduleArticle
          draft={draft}
          onClose={() => setOpen(undefined)}
          onDone={(next) => {
            onDone(next)
            setOpen(undefined)
          }}
        />
      )}
      {open === 'delete' && (
        <DeleteArticle draft={draft} onClose={() => setOpen(undefined)} onDone={() => void go('/articles')} />
      )}
    </>
  )
}
