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
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
        // utime, stime, and those of children that have ended: fields 14 to 17 of proc(5).
        const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0)
        return [{ pid: Number(name), parent: Number(fields[1]), cpuMs: ticks * msPerTick }]
      } catch {
        return [] // ended meanwhile
      }
    })
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
