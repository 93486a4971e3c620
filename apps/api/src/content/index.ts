export { contentJobs } from './jobs.ts'
export { type Feed, type FeedEntry, readFeed } from './read-content.ts'
export { contentDeskRoutes, contentRoutes } from './routes.ts'
