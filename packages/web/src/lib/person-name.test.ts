import { expect, test } from 'vitest'
import { firstName, initials } from './person-name.ts'

test.each([
  ['Hanna Malli', 'HM'],
  ['Lan Ví Dụ', 'LD'],
  ['Jose', 'JO'],
  ['  maria  del carmen ', 'MC'],
  ['', ''],
])('initials of %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a letter keeps its signs', () => {
  expect(initials('सुनिता उदाहरण')).toBe('सुउ')
})

test('the first word is what one calls a person', () => {
  expect(firstName('Maria Halimbawa')).toBe('Maria')
  expect(firstName('')).toBe('')
})
