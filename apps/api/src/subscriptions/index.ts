export { subscriptionJobs } from './jobs.ts'
export { subscriptionRoutes } from './routes.ts'
