// violates: web-lib-below-components
export { button } from '../components/button.ts'
