export { reminderJobs } from './jobs.ts'
export { reminderRoutes } from './routes.ts'
