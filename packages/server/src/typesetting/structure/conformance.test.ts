import { expect, test } from 'vitest'
import type { StructureContent } from '../pdfmake/pdfkit.ts'
import { conforms } from './conformance.ts'
import { addElement, documentElement, type StructureElement } from './structure-tree.ts'

const painted: StructureContent = { refs: [] }

/** A tree of elements each of which something was painted for, given from the outside in. */
function tree(...chains: (StructureElement['type'] | [StructureElement['type'], object])[][]): StructureElement {
  const root = documentElement('fi')
  for (const chain of chains) {
    let element = root
    for (const link of chain) {
      const [type, properties] = typeof link === 'string' ? [link, {}] : link
      element = addElement(element, type, properties)
    }
    element.children.push(painted)
  }
  return root
}

test('a plain document conforms', () => {
  expect(conforms(tree(['H1'], ['P'], ['Sect', 'H2'], ['L', 'LI', 'Lbl'], [['Figure', { alt: 'Box' }]]), 'Plan')).toBe(
    true,
  )
})

test.each([
  ['no title', tree(['H1']), ' '],
  ['a first heading below the first level', tree(['H2']), 'Plan'],
  ['a level left out', tree(['H1'], ['H3']), 'Plan'],
  ['an item outside a list', tree(['H1'], ['Sect', 'LI']), 'Plan'],
  ['a paragraph between the items of a list', tree(['H1'], ['L', 'P']), 'Plan'],
  ['a paragraph in a row', tree(['H1'], ['Table', 'TR', 'P']), 'Plan'],
  ['a cell outside a row', tree(['H1'], ['Table', 'TD']), 'Plan'],
  ['a heading cell without scope', tree(['H1'], ['Table', 'TR', 'TH']), 'Plan'],
  ['a figure without words', tree(['H1'], ['Figure']), 'Plan'],
])('%s: the file does not claim to conform', (_fault, root, title) => {
  expect(conforms(root, title)).toBe(false)
})

test('what holds a place and what was not painted are looked through', () => {
  const root = tree(['H1'], ['L', 'Group', 'LI', 'LBody'])
  addElement(root, 'Figure')
  expect(conforms(root, 'Plan')).toBe(true)
})
