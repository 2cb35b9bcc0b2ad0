// violates: shared-is-pure
export { readFileSync } from 'node:fs'
