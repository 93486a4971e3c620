import { aVisitor, type PayingShop } from '../../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../../test/signed-in.ts'
import { makeToken } from '../../link-token.ts'

/** A good request for each line of sign-in by a provider, made anew at each call. */
export function oidcWalk({ shop, app }: Pick<PayingShop, 'shop' | 'app'>) {
  return {
    'identity.listProviders': async () => ({ by: aVisitor(app) }),
    'identity.linkProvider': async () => {
      const { accountId, email } = await aSignedIn(shop)
      const payload = { issuer: 'https://issuer.example', subject: crypto.randomUUID() }
      const token = await shop.inTransaction((tx) =>
        makeToken(tx, { kind: 'link-identity', accountId, email, payload, minutes: 5, now: shop.clock.now() }),
      )
      return { by: aVisitor(app), body: { token } }
    },
  }
}
