// violates: server-not-web
export { button } from '@kase/web/src/components/button.ts'
