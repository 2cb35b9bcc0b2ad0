/** Processor time and memory of processes, from /proc. */
import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of /proc are hundredths of a second on Linux. */
const msPerTick = 10

interface ProcessStat {
  readonly pid: number
  readonly parent: number
  readonly cpuMs: number
}

function stats(): ProcessStat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8')
        const fields = fieldsOf(text)
        // utime, stime, and those of children that have ended: fields 14 to 17 of proc(5).
        return [{ pid: Number(name), parent: Number(fields[1]), cpuMs: milliseconds(fields.slice(11, 15)) }]
      } catch {
        return [] // ended meanwhile
      }
    })
}

const fieldsOf = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ')

const milliseconds = (ticks: readonly string[]): number =>
  ticks.reduce((sum, field) => sum + Number(field), 0) * msPerTick

/** Processor time used so far by this process's own event loop, without its other threads. */
export function cpuOfMainThread(): number {
  const stat = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8')
  return milliseconds(fieldsOf(stat).slice(11, 13))
}

/** Processor time used so far by a process and all that it started. */
export function cpuOfTree(root: number): number {
  const all = stats()
  const tree = new Set([root])
  for (let size = 0; size !== tree.size;) {
    size = tree.size
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid)
  }
  return all.filter(({ pid }) => tree.has(pid)).reduce((sum, { cpuMs }) => sum + cpuMs, 0)
}
