export { customerJobs } from './jobs.ts'
export { customerRoutes } from './routes.ts'
