export { reminderJobs } from './jobs.ts'
export { listReminders } from './queries.ts'
export { reminderRoutes } from './routes.ts'
