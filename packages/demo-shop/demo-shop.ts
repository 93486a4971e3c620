import { addOns } from './add-ons.ts'
import { arrangements } from './arrangements/arrangements.ts'
import { bouquets } from './bouquets/bouquets.ts'
import { closures, surges } from './calendar.ts'
import { collections } from './collections.ts'
import { careByKind } from './content/care-by-kind.ts'
import { care } from './content/care.ts'
import { journalDays } from './content/journal-days.ts'
import { journalFlowers } from './content/journal-flowers.ts'
import { journalPeople } from './content/journal-people.ts'
import { journalShop } from './content/journal-shop.ts'
import { pages } from './content/pages.ts'
import { termsAndPrivacy } from './content/terms-and-privacy.ts'
import { dried } from './dried.ts'
import { facets } from './facets.ts'
import { facts } from './facts.ts'
import { plants } from './plants/plants.ts'
import { giftCards, promotions } from './promotions.ts'
import type { DemoShop } from './shape.ts'
import { stems } from './stems.ts'
import { zones } from './zones/zones.ts'

/** Flora in Fitzroy, ready to show: late spring in Melbourne, every shelf filled, every van routed. */
export const demoShop: DemoShop = {
  shop: facts,
  stems,
  facets,
  products: [...bouquets, ...arrangements, ...plants, ...dried, ...addOns],
  collections,
  zones,
  closures,
  surges,
  promotions,
  giftCards,
  content: [
    ...journalFlowers,
    ...journalPeople,
    ...journalShop,
    ...journalDays,
    ...care,
    ...careByKind,
    ...pages,
    ...termsAndPrivacy,
  ],
}
