import { expect, test } from 'vitest'
import { taskPatchSchema } from './template.schema.ts'

test('a patch keeps to the fields that it names', () => {
  expect(taskPatchSchema.parse({ key: 'a', override: { essential: true } })).toEqual({
    key: 'a',
    override: { essential: true },
  })
})
