import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOne, layOver, visibleTasks, type Layer } from './layers.ts'
import { scopes, taskStructureSchema } from './template.schema.ts'

const key = fc.constantFrom('bank', 'tax-card', 'rights')
const task = fc
  .record({ key, locked: fc.boolean(), assignee: fc.constantFrom('worker', 'hr') })
  .map((given) => taskStructureSchema.parse({ ...given, section: 'work' }))
const patch = fc.oneof(
  key.map((k) => ({ key: k, hide: true as const })),
  fc.record({
    key,
    override: fc.record(
      { assignee: fc.constantFrom('buddy' as const, 'village' as const), essential: fc.boolean() },
      { requiredKeys: [] },
    ),
  }),
)
const layer: fc.Arbitrary<Layer> = fc.record({
  origin: fc.record({ tenantId: fc.constantFrom('t1', 't2'), versionId: fc.uuid(), scope: fc.constantFrom(...scopes) }),
  tasks: fc.uniqueArray(task, { selector: (each) => each.key }),
  patches: fc.array(patch, { maxLength: 4 }),
  textKeys: fc.array(key).map((keys) => new Set(keys)),
})

test('laying over is associative', () => {
  fc.assert(
    fc.property(layer, layer, layer, (a, b, c) => {
      const [x, y, z] = [layOne(a), layOne(b), layOne(c)]
      expect(Object.fromEntries(layOver(layOver(x, y), z))).toEqual(Object.fromEntries(layOver(x, layOver(y, z))))
    }),
    { numRuns: 2000 },
  )
})

test('a locked task can be neither hidden nor edited by what lies over it', () => {
  fc.assert(
    fc.property(layer, layer, (upper, lower) => {
      const before = visibleTasks(layOne(upper)).filter((each) => each.task.locked)
      const after = visibleTasks(layOver(layOne(upper), layOne(lower)))
      for (const locked of before) expect(after).toContainEqual(locked)
    }),
  )
})

test('a lower layer adds, overrides named fields and hides', () => {
  const define = (overrides: object) =>
    taskStructureSchema.parse({ key: 'bank', section: 'registration', assignee: 'worker', ...overrides })
  const country: Layer = {
    origin: { tenantId: 'a', versionId: '1', scope: 'country' },
    tasks: [define({}), define({ key: 'tax-card' })],
    patches: [],
    textKeys: new Set(),
  }
  const employer: Layer = {
    origin: { tenantId: 'b', versionId: '2', scope: 'employer' },
    tasks: [define({ key: 'shoes' })],
    patches: [
      { key: 'tax-card', hide: true },
      { key: 'bank', override: { assignee: 'hr' } },
    ],
    textKeys: new Set(['bank']),
  }
  const tasks = visibleTasks(layOver(layOne(country), layOne(employer)))
  expect(
    tasks.map((each) => [each.task.key, each.task.assignee, each.origin.versionId, each.textOrigin.versionId]),
  ).toEqual([
    ['bank', 'hr', '1', '2'],
    ['shoes', 'worker', '2', '2'],
  ])
})
