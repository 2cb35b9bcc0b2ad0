// violates: web-features-not-to-app
export { routes } from '../../app/routes.ts'
