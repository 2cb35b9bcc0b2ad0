// violates: web-takes-nothing-else-of-the-server
import type { pool } from '@kase/server/src/db/pool.ts'
export type Row = typeof pool
