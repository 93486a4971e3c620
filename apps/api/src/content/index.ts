export { toHtml } from './markdown.ts'
