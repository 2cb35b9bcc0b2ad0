// violates: nothing (a cycle is reported once, at its first file)
import { a } from './cycle-a.ts'
export const b = (): string => a()
