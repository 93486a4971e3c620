export { notificationJobs } from './jobs.ts'
export { linkAddress } from './letters/account-words.ts'
export { postAccountLetter } from './post-account-letter.ts'
