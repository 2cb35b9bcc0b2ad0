// violates: nothing
export { button as planView } from '../../components/button.ts'
