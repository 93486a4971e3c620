export { makeOwner } from './make-owner.ts'
export { recordStaffActions } from './record-staff-actions.ts'
export { staffRoutes } from './routes.ts'
