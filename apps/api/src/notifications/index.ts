export { notificationJobs } from './jobs.ts'
export { linkAddress } from './letters/account-words.ts'
export type { SubscriptionNews } from './letters/subscription-news.ts'
export { postAccountLetter, postAccountLetters } from './post-account-letter.ts'
