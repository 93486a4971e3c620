export { subscriptionDeskRoutes } from './desk/routes.ts'
export { subscriptionJobs } from './jobs.ts'
export { subscriptionRoutes } from './routes.ts'
