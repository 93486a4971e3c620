import type { DeskCollection, DeskProduct } from '@flora/contract/catalog-desk.ts'
import type { PayingShop } from '../../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../../test/signed-in.ts'

/** One good call of each line of the catalogue desk's contract. */
export async function catalogDeskWalk({ shop, app }: Pick<PayingShop, 'shop' | 'app'>) {
  const { headers } = await aSignedIn(shop, { role: 'manager', name: 'Ada Marsh' })
  const post = async <T>(path: string, payload: object): Promise<T> =>
    (await app.inject({ method: 'POST', url: `/api${path}`, headers, payload })).json<T>()
  let made = 0
  const aDraft = () => {
    made += 1
    const variants = [
      {
        sku: `WALK-${made}`,
        name: 'One size',
        priceMinor: 4_000,
        benchMinutes: 5,
        recipe: [{ stemId: 'stm_candle', quantity: 1 }],
      },
    ]
    return post<DeskProduct>('/desk/catalog/products', {
      name: 'Evening stock',
      kind: 'bouquet',
      summary: 'It scents a room.',
      variants,
    })
  }
  const aCollection = () => post<DeskCollection>('/desk/catalog/collections', { name: `Shelf ${(made += 1)}` })
  const aPrice = async () => {
    const [variant] = (await aDraft()).variants
    const path = `/desk/catalog/variants/${variant!.id}/prices`
    return (await post<DeskProduct>(path, { priceMinor: 5_000, fromDay: '2027-03-01' })).variants[0]!.prices[0]!.id
  }
  return {
    'catalogDesk.listProducts': async () => ({
      headers,
      path: '/desk/catalog/products?q=peace&status=live&kind=plant&page=1',
    }),
    'catalogDesk.showProduct': async () => ({ headers, path: '/desk/catalog/products/prd_coral-charm' }),
    'catalogDesk.createProduct': async () => ({ headers, body: { name: 'Sweet pea', kind: 'bouquet' } }),
    'catalogDesk.changeProduct': async () => {
      const { id, version } = await aDraft()
      return {
        headers,
        path: `/desk/catalog/products/${id}`,
        body: { version, name: 'Night stock', seasonMonths: [3, 4] },
      }
    },
    'catalogDesk.publishProduct': async () => {
      const product = await app.inject({ url: '/api/desk/catalog/products/prd_coral-charm', headers })
      const { version } = product.json<DeskProduct>()
      return { headers, path: '/desk/catalog/products/prd_coral-charm/publish', body: { version } }
    },
    'catalogDesk.archiveProduct': async () => {
      const { id, version } = await aDraft()
      return { headers, path: `/desk/catalog/products/${id}/archive`, body: { version } }
    },
    'catalogDesk.previewProduct': async () => ({
      headers,
      path: `/desk/catalog/products/${(await aDraft()).id}/preview`,
    }),
    'catalogDesk.showPreview': async () => {
      const { href } = await post<{ href: string }>(`/desk/catalog/products/${(await aDraft()).id}/preview`, {})
      return { path: `/products/previews/${href.split('preview=')[1]}` }
    },
    'catalogDesk.planPrice': async () => ({
      headers,
      path: `/desk/catalog/variants/${(await aDraft()).variants[0]!.id}/prices`,
      body: { priceMinor: 4_500, fromDay: '2027-02-01' },
    }),
    'catalogDesk.cancelPrice': async () => ({ headers, path: `/desk/catalog/prices/${await aPrice()}/cancellation` }),
    'catalogDesk.listCollections': async () => ({ headers }),
    'catalogDesk.createCollection': async () => ({
      headers,
      body: { name: 'For Sunday', products: ['prd_peace-lily'] },
    }),
    'catalogDesk.changeCollection': async () => {
      const { id, version } = await aCollection()
      return { headers, path: `/desk/catalog/collections/${id}`, body: { version, description: 'Picked today.' } }
    },
    'catalogDesk.removeCollection': async () => {
      const { id, version } = await aCollection()
      return { headers, path: `/desk/catalog/collections/${id}/removal`, body: { version } }
    },
    'catalogDesk.listFacetValues': async () => ({ headers }),
    'catalogDesk.saveFacetValue': async () => ({
      headers,
      path: '/desk/catalog/facets/mood/bold',
      body: { label: 'Bold' },
    }),
    'catalogDesk.removeFacetValue': async () => ({ headers, path: '/desk/catalog/facets/mood/bold/removal' }),
    'catalogDesk.listStems': async () => ({ headers }),
    'catalogDesk.createStem': async () => ({
      headers,
      body: { name: 'Night stock', species: 'stock', colour: 'white' },
    }),
    'catalogDesk.importProducts': async () => ({
      headers,
      body: { csv: 'product,summary\r\npeace-lily,White sails over dark leaves.\r\n', dryRun: true },
    }),
  }
}
