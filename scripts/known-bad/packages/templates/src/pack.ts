// violates: nothing
export { locale as pack } from '@kase/shared/src/locales.ts'
