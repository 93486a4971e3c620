import { aVisitor, type PayingShop } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'

/** A good request for each line about settings. */
export async function settingsWalk(open: PayingShop) {
  const by = aVisitor(open.app)
  for (const [name, value] of (await aSignedIn(open.shop, { role: 'owner' })).cookies) by.cookies.set(name, value)
  const version = async () => (await by.call('GET /desk/settings', {})).version
  return {
    'settings.showSettings': async () => ({ by }),
    'settings.changeSettings': async () => ({ by, body: { version: await version(), tagline: 'florists' } }),
    'settings.wordLetter': async () => ({
      by,
      path: '/desk/settings/letters/confirmed',
      body: { version: await version(), opening: 'Thank you.', closing: '' },
    }),
  }
}
