import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { JSX } from 'react'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { ActionMenu } from '../../components/menu.tsx'
import { Refused } from '../../components/trouble.tsx'

interface ProductActsProps {
  readonly product: DeskProduct
  readonly isDirty: boolean
  readonly onDone: (product: DeskProduct) => void
}

/** Preview, publish, archive: what is saved, not what is typed. */
export function ProductActs({ product, isDirty, onDone }: ProductActsProps): JSX.Element {
  const doing = useDo()
  const params = { productId: product.id }
  const body = { version: product.version }
  const saved = (can: Permission): Permission =>
    can.ok && isDirty ? { ok: false, because: 'Save or discard your changes first.' } : can
  return (
    <>
      <Button
        isBusy={doing.isBusy}
        note={isDirty ? 'As it was last saved' : undefined}
        onPress={() =>
          void doing.run(async () => {
            // Opened at the press itself, or browsers would take it for one that nobody asked for.
            const tab = window.open('', '_blank')
            try {
              const { href } = await shop.call('POST /desk/catalog/products/:productId/preview', { params })
              if (tab) tab.location.href = href
            } catch (error) {
              tab?.close()
              throw error
            }
          })
        }
      >
        Preview
      </Button>
      {product.status === 'live' ? (
        <a className="btn btn-line" href={`/p/${product.slug}`} target="_blank" rel="noreferrer">
          View in shop
        </a>
      ) : (
        <Button
          kind="ink"
          can={saved(product.can.publish)}
          isBusy={doing.isBusy}
          busy="Publishing"
          onPress={() =>
            void doing.run(
              async () => onDone(await shop.call('POST /desk/catalog/products/:productId/publish', { params, body })),
              `${product.name} is in the shop.`,
            )
          }
        >
          Publish
        </Button>
      )}
      {/* Apart from the button that publishes, which stands where a second press would fall. */}
      <ActionMenu
        label={`More for ${product.name}`}
        choices={[
          {
            id: 'archive',
            words: 'Archive',
            can: saved(product.can.archive),
            run: () =>
              void doing.run(
                async () => onDone(await shop.call('POST /desk/catalog/products/:productId/archive', { params, body })),
                `${product.name} is off the shelf.`,
              ),
          },
        ]}
      />
      <Refused problem={doing.problem} />
    </>
  )
}
