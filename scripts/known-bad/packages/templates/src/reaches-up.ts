// violates: templates-imports-shared-only
export { service } from '@kase/server/src/features/plans/plan.service.ts'
