import { readFileSync } from 'node:fs'

/** Milliseconds in one clock tick of the kernel; Linux counts 100 a second for user programs on every platform. */
const tickMs = 10

/** The CPU time that a process has used so far, in user and kernel mode. */
export function readCpuMs(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(afterName[11]) + Number(afterName[12])) * tickMs
}
