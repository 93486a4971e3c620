import {
  alreadyHaveAccount,
  confirmNewEmail,
  type NewAccount,
  newEmailIsTaken,
  resetPassword,
  verifyEmail,
  welcome,
} from './account-links.ts'
import { emailChanging, newDevice, passwordChanged, sessionReuse } from './account-news.ts'
import { linkProvider, type ProviderLink } from './link-provider.ts'
import { confirmNewsletter } from './newsletter.ts'
import { type DayToRemember, reminder } from './reminder.ts'
import { headFor, type Letterhead, type WrittenLetter } from './sheet.ts'
import { type Invitation, staffInvitation } from './staff-invitation.ts'
import { type SubscriptionLetter, subscriptionNews } from './subscription-news.ts'
import { twoFactorChanged, type TwoFactorChange } from './two-factor-changed.ts'

/** The letters an account can bring, with what each of them says. */
export type AccountLetter =
  | ({ readonly kind: 'verify' } & NewAccount)
  | { readonly kind: 'already-have-account' }
  | { readonly kind: 'welcome'; readonly name: string }
  | { readonly kind: 'reset'; readonly token: string; readonly minutes: number }
  | { readonly kind: 'password-changed'; readonly at: Temporal.Instant }
  | { readonly kind: 'new-device'; readonly device: string; readonly at: Temporal.Instant }
  | { readonly kind: 'session-reuse'; readonly device: string; readonly at: Temporal.Instant }
  | { readonly kind: 'change-email'; readonly token: string; readonly hours: number }
  | { readonly kind: 'new-email-is-taken' }
  | { readonly kind: 'email-changing'; readonly at: Temporal.Instant; readonly isDone: boolean }
  | ({ readonly kind: 'link-provider' } & ProviderLink)
  | ({ readonly kind: 'staff-invitation' } & Invitation)
  | ({ readonly kind: 'two-factor' } & TwoFactorChange)
  | ({ readonly kind: 'reminder' } & DayToRemember)
  | { readonly kind: 'newsletter'; readonly token: string }
  | ({ readonly kind: 'subscription' } & SubscriptionLetter)

export function composeAccountLetter(letter: AccountLetter, plain: Letterhead): WrittenLetter {
  const shop = headFor(letter.kind, plain)
  switch (letter.kind) {
    case 'verify':
      return verifyEmail(letter, shop)
    case 'already-have-account':
      return alreadyHaveAccount(shop)
    case 'welcome':
      return welcome(letter, shop)
    case 'reset':
      return resetPassword(letter, shop)
    case 'password-changed':
      return passwordChanged(letter, shop)
    case 'new-device':
      return newDevice(letter, shop)
    case 'session-reuse':
      return sessionReuse(letter, shop)
    case 'change-email':
      return confirmNewEmail(letter, shop)
    case 'new-email-is-taken':
      return newEmailIsTaken(shop)
    case 'email-changing':
      return emailChanging(letter, shop)
    case 'link-provider':
      return linkProvider(letter, shop)
    case 'staff-invitation':
      return staffInvitation(letter, shop)
    case 'two-factor':
      return twoFactorChanged(letter, shop)
    case 'reminder':
      return reminder(letter, shop)
    case 'newsletter':
      return confirmNewsletter(letter, shop)
    case 'subscription':
      return subscriptionNews(letter, shop)
  }
}
