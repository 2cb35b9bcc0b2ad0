import type pg from 'pg'
import type { Person } from '../../trpc/context.ts'

const query = {
  name: 'session-person',
  text: `select u.id as "userId", u.name, u.email
    from auth.session s join auth."user" u on u.id = s."userId"
    where s.token = $1 and s."expiresAt" > now()`,
}

/** Who a session belongs to; undefined when it has ended. */
export async function findSessionPerson(pool: pg.Pool, token: string): Promise<Person | undefined> {
  const { rows } = await pool.query<Person>({ ...query, values: [token] })
  return rows[0]
}
