export { giftNoteRoutes } from './routes.ts'
