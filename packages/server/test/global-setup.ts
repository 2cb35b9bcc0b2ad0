import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '../src/db/migrate.ts'
import { assetUrl } from '../src/infra/assets.ts'
import { ensureCluster } from '../src/infra/cluster/embedded-cluster.ts'
import { rolePasswords } from './role-passwords.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: { readonly adminUrl: string; readonly template: string }
  }
}

/**
 * Gets a PostgreSQL server for the integration tests and migrates one database there, which `database.ts` clones for each
 * test file. The server: `TEST_DATABASE_URL`, else a container where a container runtime answers, else the embedded one.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  const template = `kase_template_${process.pid}`
  await runAsAdmin(server.adminUrl, `drop database if exists ${template}`, `create database ${template}`)
  const ownerUrl = new URL(server.adminUrl)
  ownerUrl.pathname = template
  await migrateDatabase({
    ownerUrl: ownerUrl.href,
    migrationsFolder: assetUrl('src/db/migrations/'),
    passwords: rolePasswords,
  })
  // A database can be cloned only while nobody is connected to it.
  await runAsAdmin(server.adminUrl, `alter database ${template} with allow_connections false`)
  project.provide('testServer', { adminUrl: server.adminUrl, template })
  return async () => {
    await runAsAdmin(server.adminUrl, `drop database ${template} with (force)`)
    await server.stop()
  }
}

interface TestServer {
  readonly adminUrl: string
  readonly stop: () => Promise<void>
}

async function findServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { adminUrl: given, stop: async () => undefined }
  return (await startContainer()) ?? startEmbedded()
}

async function startContainer(): Promise<TestServer | undefined> {
  const { getContainerRuntimeClient } = await import('testcontainers')
  const isThere = await getContainerRuntimeClient().then(
    () => true,
    () => false,
  )
  if (!isThere) return undefined
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql')
  const container = await new PostgreSqlContainer('postgres:18-alpine')
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'full_page_writes=off'])
    .start()
  return {
    adminUrl: container.getConnectionUri(),
    stop: async () => {
      await container.stop()
    },
  }
}

async function startEmbedded(): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kase-test-'))
  chmodSync(folder, 0o755) // as root the server runs under another account
  const { adminUrl, stop } = await ensureCluster(path.join(folder, 'pg'), {
    throwaway: true,
    binDir: process.env['PG_BIN'],
  })
  return {
    adminUrl,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function runAsAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
