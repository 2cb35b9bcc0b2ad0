/** Whether a structure tree keeps the rules of PDF/UA-1 that can be judged here: only then does a file say that it does. */
import { isElement, type StructureElement } from './structure-tree.ts'

type Rule = (element: StructureElement, parent: StructureElement['type'] | undefined) => boolean

const parents: Readonly<Partial<Record<StructureElement['type'], readonly StructureElement['type'][]>>> = {
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
}

const children: Readonly<Partial<Record<StructureElement['type'], readonly StructureElement['type'][]>>> = {
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR'],
  TR: ['TH', 'TD'],
}

const rules: readonly Rule[] = [
  ({ type }, parent) => parents[type]?.includes(parent ?? 'Document') ?? true,
  ({ type }, parent) => (parent && children[parent]?.includes(type)) ?? true,
  ({ type, alt }) => type !== 'Figure' || Boolean(alt?.trim()),
  ({ type, scope }) => type !== 'TH' || scope !== undefined,
  ({ type, annotations }) => annotations.length === 0 || type === 'Link' || type === 'Figure',
]

/** Judges what was painted; elements that nothing was painted for are not written and do not count. */
export function conforms(root: StructureElement, title: string): boolean {
  const headings: number[] = []
  let holds = title.trim() !== ''
  const visit = (element: StructureElement, parent: StructureElement['type'] | undefined): void => {
    if (!isPainted(element)) return
    const isGroup = element.type === 'Group'
    if (!isGroup && !rules.every((rule) => rule(element, parent))) holds = false
    const level = /^H(\d)$/.exec(element.type)?.[1]
    if (level) headings.push(Number(level))
    for (const child of element.children) if (isElement(child)) visit(child, isGroup ? parent : element.type)
  }
  visit(root, undefined)
  // The first heading is of the first level, and no level is left out on the way down.
  return holds && headings.every((level, index) => level <= (headings[index - 1] ?? 0) + 1)
}

const isPainted = (element: StructureElement): boolean =>
  element.annotations.length > 0 || element.children.some((child) => !isElement(child) || isPainted(child))
