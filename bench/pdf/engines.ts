/** The engines that are compared: each sets one plan at a time, warm, and tells how long it took. */
import { spawn, execFileSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../e2e/harness/chromium.ts'
import { compose } from '../../packages/server/src/features/documents/kinds/compose.ts'
import { forgetParagraphs } from '../../packages/server/src/typesetting/layout/text-inlines.ts'
import { forgetShapes } from '../../packages/server/src/typesetting/shaping/harfbuzz.ts'
import { typeset } from '../../packages/server/src/typesetting/typeset.ts'
import { cpuOfTree } from './processes.ts'
import { benchHtml } from './html.ts'
import { benchDocument, type BenchPlan } from './plans.ts'

export interface Measured {
  readonly wallMs: number
  /** Processor time of every process the engine has. */
  readonly cpuMs: number
  readonly bytes: number
}

export interface Engine {
  readonly name: string
  set(plan: BenchPlan, run: number): Promise<Measured>
  close(): Promise<void>
}

const folder = mkdtempSync(join(tmpdir(), 'pdf-bench-'))
const pythonPath = '/usr/bin/python3'
const chromiumPath = findChromium() ?? '/usr/bin/chromium'
async function timed(pid: number, work: () => Promise<number>): Promise<Measured> {
  const cpu = cpuOfTree(pid)
  const start = performance.now()
  const bytes = await work()
  return { wallMs: performance.now() - start, cpuMs: cpuOfTree(pid) - cpu, bytes }
}

/** This engine, in this process; with `unseen`, as if no word of the plan had been set before. */
export function ourEngine(unseen = false): Engine {
  return {
    name: unseen ? 'ours, every word unseen' : 'ours, tagged',
    set: async (plan, run) => {
      if (unseen) {
        forgetShapes()
        forgetParagraphs()
      }
      const document = compose(benchDocument(plan, run))
      const cpu = process.cpuUsage()
      const start = performance.now()
      const { length } = await typeset(document)
      const { user, system } = process.cpuUsage(cpu)
      return { wallMs: performance.now() - start, cpuMs: (user + system) / 1000, bytes: length }
    },
    close: async () => {},
  }
}

function htmlFile(plan: BenchPlan, run: number): string {
  const path = join(folder, `${plan}.html`)
  writeFileSync(path, benchHtml(plan, run))
  return path
}

/** One Chromium with one page, kept open; undefined where there is none. */
export async function warmChromium(): Promise<Engine | undefined> {
  if (!existsSync(chromiumPath)) return undefined
  const server = await chromium.launchServer({ executablePath: chromiumPath, args: [...chromiumFlags] })
  const pid = server.process().pid ?? 0
  const page = await (await chromium.connect(server.wsEndpoint())).newPage()
  return {
    name: 'Chromium, warm page',
    set: (plan, run) => {
      const url = pathToFileURL(htmlFile(plan, run)).href
      return timed(pid, async () => {
        await page.goto(url)
        await page.evaluate(() => document.fonts.ready)
        return (await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true })).length
      })
    },
    close: () => server.close(),
  }
}

/** A Chromium started for each plan. Its children have ended when it is measured, so only its wall clock is told. */
export function coldChromium(): Engine | undefined {
  if (!existsSync(chromiumPath)) return undefined
  return {
    name: 'Chromium, cold',
    set: async (plan, run) => {
      const url = pathToFileURL(htmlFile(plan, run)).href
      const start = performance.now()
      const server = await chromium.launchServer({ executablePath: chromiumPath, args: [...chromiumFlags] })
      const page = await (await chromium.connect(server.wsEndpoint())).newPage()
      await page.goto(url)
      await page.evaluate(() => document.fonts.ready)
      const bytes = (await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true })).length
      const cpuMs = cpuOfTree(server.process().pid ?? 0)
      const wallMs = performance.now() - start
      await server.close()
      return { wallMs, cpuMs, bytes }
    },
    close: async () => {},
  }
}

const weasyServer = `
import sys, weasyprint
from weasyprint.text.fonts import FontConfiguration
for line in sys.stdin:
    source, target = line.split()
    weasyprint.HTML(filename=source).write_pdf(target, font_config=FontConfiguration())
    print('done', flush=True)
`

/** WeasyPrint in one Python process that stays; undefined where it is not installed. */
export function warmWeasyPrint(): Engine | undefined {
  try {
    execFileSync(pythonPath, ['-c', 'import weasyprint'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  const child: ChildProcess = spawn(pythonPath, ['-c', weasyServer], { stdio: ['pipe', 'pipe', 'ignore'] })
  const { stdin, stdout, pid = 0 } = child
  if (!stdin || !stdout) return undefined
  const answers = createInterface({ input: stdout })[Symbol.asyncIterator]()
  return {
    name: 'WeasyPrint, in process',
    set: (plan, run) => {
      const source = htmlFile(plan, run)
      const target = join(folder, 'weasy.pdf')
      return timed(pid, async () => {
        stdin.write(`${source} ${target}\n`)
        await answers.next()
        return statSync(target).size
      })
    },
    close: async () => void child.kill(),
  }
}
