// violates: nothing
export { pool as repository } from '../../db/pool.ts'
