import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureCluster, type EmbeddedCluster } from './embedded-cluster.ts'
import { isAlive } from './postmaster.ts'

let folder: string
let data: string
const open: EmbeddedCluster[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kase-cluster-'))
  chmodSync(folder, 0o755)
  data = path.join(folder, 'pg')
})

afterEach(async () => {
  for (const cluster of open.splice(0)) await cluster.stop()
  if (existsSync(data)) rmSync(realpathSync(data), { recursive: true })
  rmSync(folder, { recursive: true })
})

describe('the first start', () => {
  it('makes a database that only its password opens', async () => {
    const cluster = await ensure()
    expect(cluster.started).toBe(true)
    expect(await query(cluster.adminUrl, 'select 1 as value')).toEqual([{ value: 1 }])
    expect(statSync(`${data}.password`).mode & 0o777).toBe(0o600)
    await expect(
      query(`postgres://postgres:guess@127.0.0.1:${cluster.port}/postgres`, 'select 1'),
    ).rejects.toMatchObject({ code: '28P01' })
  })

  it('works below a folder that others may not enter', async () => {
    chmodSync(folder, 0o700)
    const cluster = await ensure()
    await query(cluster.adminUrl, 'create table kept (value int)')
    await cluster.stop()
    const again = await ensure()
    expect(await query(again.adminUrl, 'select * from kept')).toEqual([])
  })
})

describe('another start over the same files', () => {
  it('joins the running server and leaves it running', async () => {
    const first = await startInProcess()
    const second = await ensure()
    expect(second).toMatchObject({ started: false, adminUrl: first.adminUrl })
    await second.stop()
    expect(await query(first.adminUrl, 'select 1 as value')).toEqual([{ value: 1 }])
    await endGently(first)
  })

  it('joins when both start at once', async () => {
    const [one, other] = await Promise.all([ensure(), ensure()])
    expect(one.adminUrl).toBe(other.adminUrl)
    expect([one.started, other.started].filter(Boolean)).toHaveLength(1)
  })

  it('keeps what was written', async () => {
    const first = await ensure()
    await query(first.adminUrl, 'create table kept as select 7 as value')
    await first.stop()
    await expect(query(first.adminUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await query((await ensure()).adminUrl, 'select * from kept')).toEqual([{ value: 7 }])
  })
})

describe('kill -9', () => {
  it('of the service leaves a server that the next start takes over, and ends', async () => {
    const killed = await startInProcess()
    await query(killed.adminUrl, 'create table kept as select 7 as value')
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    const next = await ensure()
    expect(next.started).toBe(false)
    expect(await query(next.adminUrl, 'select * from kept')).toEqual([{ value: 7 }])
    await next.stop()
    await expect(query(next.adminUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('of the server loses no committed row', async () => {
    const first = await ensure()
    await query(first.adminUrl, 'create table kept as select 7 as value')
    process.kill(serverPid(), 'SIGKILL')
    const next = await ensure()
    expect(next.started).toBe(true)
    expect(await query(next.adminUrl, 'select * from kept')).toEqual([{ value: 7 }])
  })

  it('of the server does not block a start when its process id has been given to another process', async () => {
    await ensure()
    const pid = serverPid()
    process.kill(pid, 'SIGKILL')
    const lock = path.join(data, 'postmaster.pid')
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(String(pid), String(process.ppid)))
    expect((await ensure()).started).toBe(true)
  })
})

it('kill -9 of a process with a throwaway server leaves neither server nor files', async () => {
  const killed = await startInProcess({ throwaway: true })
  const pid = serverPid()
  killed.child.kill('SIGKILL')
  await vi.waitFor(() => expect(existsSync(data)).toBe(false), { timeout: 60_000, interval: 100 })
  expect(isAlive(pid)).toBe(false)
})

describe('what cannot be', () => {
  it('refuses a folder of other files and leaves it as it is', async () => {
    mkdirSync(data)
    writeFileSync(path.join(data, 'thesis.txt'), 'mine')
    await expect(ensure()).rejects.toMatchObject({ code: 'not-a-data-directory' })
    expect(readdirSync(data)).toEqual(['thesis.txt'])
  })

  it('refuses a file', async () => {
    writeFileSync(data, 'mine')
    await expect(ensure()).rejects.toMatchObject({ code: 'not-a-data-directory' })
    expect(readFileSync(data, 'utf8')).toBe('mine')
  })

  it('takes an empty folder', async () => {
    mkdirSync(data)
    expect((await ensure()).started).toBe(true)
  })

  it('names both versions when the files are of another one, and changes nothing', async () => {
    await (await ensure()).stop()
    const version = path.join(data, 'PG_VERSION')
    const written = readFileSync(version, 'utf8')
    writeFileSync(version, '14\n')
    await expect(ensure()).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringMatching(/PostgreSQL 14 .*PostgreSQL \d\d/),
    })
    writeFileSync(version, written)
    expect((await ensure()).started).toBe(true)
  })

  it('sets a new password when the old one was lost', async () => {
    const first = await ensure()
    await query(first.adminUrl, 'create table kept as select 7 as value')
    await first.stop()
    rmSync(`${data}.password`)
    const next = await ensure()
    expect(await query(next.adminUrl, 'select * from kept')).toEqual([{ value: 7 }])
  })

  it('says how to mend a password that is not the right one', async () => {
    await (await ensure()).stop()
    writeFileSync(`${data}.password`, 'guess')
    await expect(ensure()).rejects.toMatchObject({
      code: 'password-lost',
      message: expect.stringContaining(`${data}.password`),
    })
    expect(existsSync(path.join(data, 'postmaster.pid'))).toBe(false)
  })

  it('says where it looked for the programs', async () => {
    await expect(ensureCluster(data, { binDir: folder })).rejects.toMatchObject({
      code: 'no-binaries',
      message: expect.stringContaining(folder),
    })
  })
})

async function ensure(): Promise<EmbeddedCluster> {
  const cluster = await ensureCluster(data)
  open.push(cluster)
  return cluster
}

const serverPid = (): number => Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])

/** A service in a process of its own, to be killed. */
async function startInProcess(options: { throwaway?: boolean } = {}) {
  const script = `
    import { ensureCluster } from ${JSON.stringify(path.join(import.meta.dirname, 'embedded-cluster.ts'))}
    const cluster = await ensureCluster(${JSON.stringify(data)}, ${JSON.stringify(options)})
    process.on('SIGTERM', async () => { await cluster.stop(); process.exit(0) })
    process.stdout.write(cluster.adminUrl)
    setInterval(() => undefined, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [adminUrl] = await once(child.stdout, 'data')
  return { child, adminUrl: String(adminUrl) }
}

async function endGently({ child }: { child: ReturnType<typeof spawn> }): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}
