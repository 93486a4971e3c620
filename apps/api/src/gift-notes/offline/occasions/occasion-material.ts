import type { GiftOccasion } from '@flora/contract/gift-notes.ts'
import type { Material } from '../material.ts'
import { birthday } from './birthday.ts'
import { christmas } from './christmas.ts'
import { congratulations } from './congratulations.ts'
import { farewell } from './farewell.ts'
import { getWell } from './get-well.ts'
import { graduation } from './graduation.ts'
import { housewarming } from './housewarming.ts'
import { loveAmongKin } from './love-among-kin.ts'
import { love } from './love.ts'
import { mothersDayForOthers } from './mothers-day-for-others.ts'
import { mothersDay } from './mothers-day.ts'
import { newBaby } from './new-baby.ts'
import { noReason } from './no-reason.ts'
import { otherAnniversaries } from './other-anniversaries.ts'
import { ourAnniversary } from './our-anniversary.ts'
import { retirement } from './retirement.ts'
import { sorry } from './sorry.ts'
import { sympathy } from './sympathy.ts'
import { thankYou } from './thank-you.ts'
import { theirAnniversary } from './their-anniversary.ts'
import { valentinesDayForFriends } from './valentines-day-for-friends.ts'
import { valentinesDay } from './valentines-day.ts'
import { wedding } from './wedding.ts'

export const occasionMaterial: Record<GiftOccasion, Material> = {
  birthday,
  'thank-you': thankYou,
  sympathy,
  'get-well': getWell,
  love: together(love, loveAmongKin),
  anniversary: together(ourAnniversary, theirAnniversary, otherAnniversaries),
  'new-baby': newBaby,
  congratulations,
  'no-reason': noReason,
  sorry,
  'mothers-day': together(mothersDay, mothersDayForOthers),
  'valentines-day': together(valentinesDay, valentinesDayForFriends),
  christmas,
  wedding,
  graduation,
  housewarming,
  farewell,
  retirement,
}

function together(...all: readonly Material[]): Material {
  return {
    openings: all.flatMap(({ openings }) => openings),
    middles: all.flatMap(({ middles }) => middles),
    closings: all.flatMap(({ closings }) => closings),
    lines: all.flatMap(({ lines }) => lines),
  }
}
