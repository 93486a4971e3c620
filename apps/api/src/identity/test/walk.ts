import { newId } from '@flora/contract/ids.ts'
import { aVisitor, type PayingShop, type Visitor } from '../../../test/open-paying-shop.ts'
import { aSignedIn, type SignedInAccount } from '../../../test/signed-in.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { makeToken, type NewToken } from '../link-token.ts'
import { hashPassword } from '../password.ts'

const password = 'nine purple wheelbarrows'
const other = 'seven orange umbrellas'

/** A good request for each line of signing in and of one's own account, made anew at each call. */
export async function identityWalk({ shop, app }: Pick<PayingShop, 'shop' | 'app'>) {
  const passwordHash = await hashPassword(shop.config, password)
  const somebody = async (hasPassword: boolean): Promise<SignedInAccount & { by: Visitor }> => {
    const account = await aSignedIn(shop, { email: `${newId('acc').slice(4)}@example.com` })
    if (hasPassword)
      await rows(shop.db, sql`update accounts set password_hash = ${passwordHash} where id = ${account.accountId}`)
    const by = aVisitor(app)
    for (const [name, value] of account.cookies) by.cookies.set(name, value)
    return { ...account, by }
  }
  const aToken = (token: Omit<NewToken, 'minutes' | 'now'>) =>
    shop.inTransaction((tx) => makeToken(tx, { ...token, minutes: 5, now: shop.clock.now() }))
  const anAddress = () => `${newId('acc').slice(4)}@example.com`
  const onesOwn = async () => ({ by: (await somebody(false)).by })
  return {
    'identity.register': async () => ({ body: { email: anAddress(), name: 'Mercy Okafor', password } }),
    'identity.verify': async () => ({
      by: aVisitor(app),
      body: {
        token: await aToken({
          kind: 'verify-email',
          email: anAddress(),
          payload: { name: 'Mercy Okafor', passwordHash },
        }),
        password,
        name: 'Mercy Okafor',
      },
    }),
    'identity.login': async () => ({
      by: aVisitor(app),
      body: { email: (await somebody(true)).email, password },
    }),
    'identity.refresh': onesOwn,
    'identity.logout': onesOwn,
    'identity.me': onesOwn,
    'identity.forgotten': async () => ({ body: { email: 'nobody@example.com' } }),
    'identity.reset': async () => {
      const { accountId } = await somebody(true)
      return {
        by: aVisitor(app),
        body: { token: await aToken({ kind: 'reset-password', accountId }), password: other },
      }
    },
    'identity.changePassword': async () => ({
      by: (await somebody(true)).by,
      body: { current: password, password: other },
    }),
    'identity.changeEmail': async () => ({ by: (await somebody(true)).by, body: { email: anAddress(), password } }),
    'identity.confirmEmail': async () => {
      const { accountId } = await somebody(false)
      return { body: { token: await aToken({ kind: 'change-email', accountId, email: anAddress() }) } }
    },
    'identity.listSessions': onesOwn,
    'identity.endSession': async () => {
      const { by, accountId } = await somebody(false)
      const telephone = await aSignedIn(shop, { accountId })
      return { by, path: `/auth/sessions/${telephone.sessionId}` }
    },
    'identity.endOtherSessions': onesOwn,
  }
}
