import { expect, it } from 'vitest'
import { planStatus, type StatusInput } from './plan-status.ts'

const task = (given: Partial<StatusInput['tasks'][number]> = {}) => ({
  isDone: false,
  dueOn: null,
  isWaiting: false,
  ...given,
})
const status = (given: Partial<StatusInput>) =>
  planStatus({ state: 'launched', isOpened: false, today: '2026-11-21', tasks: [task()], ...given })

it.each([
  ['draft', status({ state: 'draft', tasks: [task({ dueOn: '2020-01-01' })] })],
  ['sent', status({})],
  ['opened', status({ isOpened: true })],
  ['on-track', status({ isOpened: true, tasks: [task({ isDone: true }), task({ dueOn: '2026-11-21' })] })],
  ['at-risk', status({ tasks: [task({ isDone: true }), task({ dueOn: '2026-11-28', isWaiting: true })] })],
  ['on-track', status({ tasks: [task({ isDone: true }), task({ dueOn: '2026-11-29', isWaiting: true })] })],
  ['overdue', status({ tasks: [task({ dueOn: '2026-11-20' })] })],
  ['ready', status({ tasks: [task({ isDone: true, dueOn: '2026-11-01' })] })],
  ['ready', status({ state: 'finished' })],
  ['sent', status({ tasks: [] })],
])('%s', (expected, found) => expect(found).toBe(expected))
