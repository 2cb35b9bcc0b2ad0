// violates: layers-router-not-to-repository
export { pool } from '../../db/pool.ts'
