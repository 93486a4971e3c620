export { paymentJobs } from './jobs.ts'
export { brandInWords } from './payment.ts'
export { preparePayment } from './prepare-payment.ts'
export { paymentRoutes, webhookRoutes } from './routes.ts'
