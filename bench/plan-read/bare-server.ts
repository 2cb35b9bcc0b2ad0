/** The least that could serve a plan: one express handler that runs some statements in order and sends the rows as JSON. */
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import express from 'express'
import { Pool } from 'pg'
import type { Statement } from './statements.ts'

const { ownerUrl, statements } = JSON.parse(await text(process.stdin)) as {
  ownerUrl: string
  statements: readonly Statement[]
}
const pool = new Pool({ connectionString: ownerUrl, max: 4 })
pool.on('error', () => process.exit()) // the database has ended

const app = express()
app.get('/', async (_, response) => {
  const client = await pool.connect()
  const results = []
  for (const { text, values } of statements) results.push((await client.query(text, [...values])).rows)
  client.release()
  response.json(results)
})
const server = app.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
