// violates: shared-imports-no-package-of-ours
export { pack } from '@kase/templates/src/pack.ts'
