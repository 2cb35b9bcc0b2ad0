import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A step that did not work: one sentence for the person at the terminal, and the output that led to it. */
export class StepFailure extends Error {
  constructor(message, { detail = '', exitCode = 1 } = {}) {
    super(message)
    this.detail = detail
    this.exitCode = exitCode
  }
}

/** Says what is being done, in one line. */
export const say = (text) => console.log(`› ${text}`)

/**
 * Runs a program from the root of the checkout and waits for its end. A signal that reaches us, or the end of the process
 * that started us, ends the program first.
 *
 * @param {{ env?: NodeJS.ProcessEnv, isShown?: boolean, detached?: boolean }} options `isShown` passes the output on;
 *   otherwise it is collected. A detached program hears of a signal from us alone.
 * @returns {Promise<{ code: number, output: string }>} the output of both streams, in order
 */
export function run(program, args, { env = process.env, isShown = false, detached = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      detached,
      stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    const release = endTogether(child)
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => {
      release()
      reject(new StepFailure(`${program} could not be run: ${error.message}`))
    })
    child.once('close', (code, signal) => {
      const wasAskedToStop = release()
      const result = { code: code ?? 128 + constants.signals[signal], output }
      if (wasAskedToStop && !isShown) reject(new StepFailure('Stopped.', { exitCode: 130 }))
      else resolve(result)
    })
  })
}

/**
 * Runs a program that must work; a failure names its reason in one sentence where we know it, else shows the output.
 *
 * @param {{ env?: NodeJS.ProcessEnv, isDownload?: boolean }} options
 */
export async function mustRun(what, program, args, { isDownload = false, ...options } = {}) {
  const { code, output } = await run(program, args, options)
  if (code === 0) return output
  const text = output.replace(/\s+/g, ' ') // pnpm breaks its lines anywhere
  const reason = reasons.find(({ pattern, onlyDownloads }) => pattern.test(text) && (isDownload || !onlyDownloads))
  if (reason) throw new StepFailure(`${what} failed: ${reason.sentence}`)
  const detail = output.trim().split('\n').slice(-60).join('\n')
  throw new StepFailure(`${what} failed; the reason is above.`, { detail })
}

const reasons = [
  {
    pattern: /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i,
    sentence: 'the disk is full. Make room and run the command again; nothing was lost.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|fetch failed|error sending request|network|socket/i,
    onlyDownloads: true,
    sentence:
      'the npm registry could not be reached. Check the network, or the proxy settings of npm, and run the command again.',
  },
  {
    pattern: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    sentence: `a folder could not be written. Run the command as the owner of ${root}`,
  },
]

/** Passes signals on to a child, and ends it when our own parent is gone (npm may be killed without telling us). */
function endTogether(child) {
  let wasAskedToStop = false
  let isSettling = false
  const pass = (signal) => {
    wasAskedToStop = true
    if (isSettling) return // npm passes on what the terminal has sent us already
    isSettling = true
    setTimeout(() => (isSettling = false), 500).unref()
    child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    pass('SIGTERM')
  }, 250)
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, pass)
    return wasAskedToStop
  }
}
