// violates: typesetting-knows-no-product
export { service } from '../features/plans/plan.service.ts'
