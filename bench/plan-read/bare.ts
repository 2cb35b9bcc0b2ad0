import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { BareTask } from './bare-server.ts'

/** Starts the bare handler as a process of its own. */
export async function startBare(task: BareTask): Promise<{ url: string; pid: number; stop: () => void }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bare-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(task))
  const [port] = await once(child.stdout, 'data')
  if (child.pid === undefined) throw new Error('the bare server did not start')
  return { url: `http://127.0.0.1:${String(port).trim()}/`, pid: child.pid, stop: () => child.kill() }
}
