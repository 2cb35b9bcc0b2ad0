import type pg from 'pg'
import type { Person } from '../../trpc/context.ts'

/** Who a session belongs to; undefined when it has ended. */
export async function findSessionPerson(pool: pg.Pool, token: string): Promise<Person | undefined> {
  const { rows } = await pool.query<Person>(
    `select u.id as "userId", u.name, u.email
     from auth.session s join auth."user" u on u.id = s."userId"
     where s.token = $1 and s."expiresAt" > now()`,
    [token],
  )
  return rows[0]
}

/** The person with an address, in lower case as it is kept. */
export async function findPersonByEmail(pool: pg.Pool, email: string): Promise<Person | undefined> {
  const { rows } = await pool.query<Person>(`select id as "userId", name, email from auth."user" where email = $1`, [
    email,
  ])
  return rows[0]
}
