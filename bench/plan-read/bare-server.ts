/**
 * The least that could serve a plan: one express handler that runs some statements in order and sends the rows as JSON, or a
 * page that it is given. It waits for each statement, or sends them all together.
 */
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import express from 'express'
import { Pool } from 'pg'
import type { Statement } from './statements.ts'

export interface BareTask {
  readonly ownerUrl: string
  readonly statements: readonly Statement[]
  readonly html?: string
  readonly isTogether?: boolean
}

const { ownerUrl, statements, html, isTogether = false } = JSON.parse(await text(process.stdin)) as BareTask
const pool = new Pool({ connectionString: ownerUrl, max: 4, pipeline: isTogether })
pool.on('error', () => process.exit()) // the database has ended

const app = express()
app.get('/', async (_, response) => {
  const client = await pool.connect()
  const send = async ({ text, values }: Statement) => (await client.query(text, [...values])).rows
  const results = isTogether ? await Promise.all(statements.map(send)) : []
  if (!isTogether) for (const statement of statements) results.push(await send(statement))
  client.release()
  if (html === undefined) response.json(results)
  else response.type('html').send(html)
})
const server = app.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
