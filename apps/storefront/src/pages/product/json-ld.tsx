import type { Product } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { pictureAt } from '../../components/picture.tsx'
import { decimal } from '../../words/money.ts'

interface ProductFactsProps {
  readonly product: Product
  readonly origin: string | undefined
  readonly path: string
}

/** The product as search engines read it (schema.org). Left out while the shop does not know its own address. */
export function ProductFacts({ product, origin, path }: ProductFactsProps): JSX.Element | null {
  if (origin === undefined) return null
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.summary,
    image: product.pictures.map((picture) => `${origin}${pictureAt(picture.id, 1200, 'webp')}`),
    brand: { '@type': 'Brand', name: 'Flora' },
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      name: variant.name,
      sku: variant.sku,
      url: `${origin}${path}`,
      price: decimal(variant.price),
      priceCurrency: variant.price.currency,
      availability: `https://schema.org/${variant.soldOut ? 'OutOfStock' : 'InStock'}`,
    })),
  }
  // React writes '<' inside a script as an escape, so no name can end the element.
  return <script type="application/ld+json">{JSON.stringify(facts)}</script>
}
