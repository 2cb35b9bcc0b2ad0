import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the server writes to `demo.json`: how to sign in, and the links of the demo's workers. */
export interface Demo {
  readonly url: string
  readonly accounts: readonly {
    readonly email: string
    readonly password: string
    readonly organisation: string
    readonly role: string
  }[]
  readonly workerLinks: readonly { readonly url: string; readonly participant: string; readonly language: string }[]
}

export interface RunningServer {
  readonly url: string
  /** Holds `demo.json`, and `mail/` with what was sent. */
  readonly dataDir: string
  readonly demo: Demo
  /** The server's process id, to measure it or to kill it. */
  readonly pid: number
  /** Ends the server and its database and removes its data. */
  stop: () => Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const main = path.join(root, 'packages/server/dist/main.js')
const endWithParent = path.join(root, 'scripts/run/end-with-parent.mjs')

/**
 * Starts the built server as a process of its own, on a free port, with an empty data folder, its own database and the demo
 * data, and waits until it is ready.
 *
 * @param environment variables to add, such as `SMTP_URL`
 * @throws Error with the end of what the server wrote, when it does not come up
 */
export async function startServer(environment: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
  if (!existsSync(main)) throw new Error('The server is not built: run `pnpm build` first.')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kase-journey-'))
  chmodSync(dataDir, 0o755) // as root the database runs under another account
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const own = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, ['--import', endWithParent, '--enable-source-maps', main], {
    env: { ...process.env, ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await untilReady(child, url)
    const demo = JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8')) as Demo
    return { url, dataDir, demo, pid: child.pid!, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)))
  child.stderr?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)))
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended before it was ready:\n${output}`)
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await sleep(50)
  }
  throw new Error(`The server was not ready in time:\n${output}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** A port that nobody listens on just now. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
