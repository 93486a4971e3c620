export { deleteConsents, listConsents } from './queries.ts'
export { newsletterRoutes } from './routes.ts'
