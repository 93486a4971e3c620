import type { Cart } from '@flora/contract/cart.ts'
import type { Tile } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { orNothing, orProblem } from '../ask-shop.ts'
import { PageHead } from '../components/page-head.tsx'
import { Picture } from '../components/picture.tsx'
import { visitContext } from '../visit.ts'
import '../components/subscription/subscription.css'
import './cart/cart.css'
import { CartSum } from './cart/cart-sum.tsx'
import { cartSentence, isEmptyCart, priceNews } from './cart/cart-words.ts'
import { DeliveryBlock } from './cart/delivery-block.tsx'
import { SubscriptionBlock } from './cart/subscription-block.tsx'
import { useCartDesk } from './cart/use-cart-desk.ts'

interface CartPage {
  readonly cart: Cart
  /** What is best on the bench, for a page that would otherwise be bare. */
  readonly bench: Pick<Tile, 'picture' | 'tint'> | undefined
}

export async function loader({ context }: LoaderFunctionArgs): Promise<CartPage> {
  const { client } = context.get(visitContext)
  const cart = await orProblem(client.call('GET /cart', {}))
  if (!isEmptyCart(cart)) return { cart, bench: undefined }
  return { cart, bench: (await orNothing(client.call('GET /front-page', {})))?.hero }
}

/** The cart: one block a delivery, the sum beside it. */
export function Component(): JSX.Element {
  const loaded = useLoaderData<typeof loader>()
  const desk = useCartDesk(loaded.cart)
  const { cart } = desk
  const news = priceNews(cart.lines)
  if (isEmptyCart(cart)) return <EmptyCart bench={loaded.bench} />
  return (
    <div className="wrap">
      <PageHead title="Your cart" noIndex />
      <header className="page-head">
        <p className="small soft">Your cart</p>
        <h1 className="h1-s">{cartSentence(cart)}</h1>
      </header>
      <div className="cols-main">
        <div className="stack-l">
          {cart.notice !== undefined && (
            <div className="banner butter" role="status">
              <p>
                <b>Two carts became one.</b> {cart.notice}
              </p>
            </div>
          )}
          {news !== undefined && (
            <div className="banner butter" role="status">
              <p>
                <b>{news.head}</b> {news.rest}
              </p>
            </div>
          )}
          {cart.deliveries.map((delivery) => (
            <DeliveryBlock key={delivery.id} delivery={delivery} desk={desk} />
          ))}
          {cart.subscriptions?.map((line) => (
            <SubscriptionBlock key={line.id} line={line} desk={desk} />
          ))}
          <p>
            <Link to="/flowers">Keep looking</Link>
          </p>
        </div>
        <CartSum desk={desk} />
      </div>
    </div>
  )
}

function EmptyCart({ bench }: { bench: CartPage['bench'] }): JSX.Element {
  return (
    <div className="wrap">
      <PageHead title="Your cart" noIndex />
      <header className="page-head">
        <h1 className="h1-s">Your cart is empty</h1>
      </header>
      <div className="empty">
        {bench !== undefined && (
          <div className={`plate ${bench.tint}`}>
            <Picture picture={bench.picture} sizes="136px" alt="" />
          </div>
        )}
        <div>
          <p>It remembers things for 30 days on this device. The bench is full in the meantime.</p>
          <Link className="btn" to="/flowers">
            See the flowers
          </Link>
        </div>
      </div>
    </div>
  )
}
