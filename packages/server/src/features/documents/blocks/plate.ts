/** The door plate: a name exactly as it stands on the door, so that it can be found and asked for. */
import type { Content, StackBlock } from '../../../typesetting/content.ts'
import type { OfficialLanguage, OfficialName, Place } from '../plan-document.ts'
import { isolateInText } from '../setting/isolation.ts'
import { colours, mm, typeStyle } from '../setting/measures.ts'

export interface PlateSetting {
  /** The way the column it stands in runs; the plate itself always reads from left to right. */
  readonly direction: 'ltr' | 'rtl'
  /** The language of the column around it: in its own language's column a plate needs no tag. */
  readonly around: string
}

/** A plate of one line: the official name of an office, a form, a service. */
export function namePlate(name: OfficialName, setting: PlateSetting): Content {
  return plate([line(name.language, name.name, true)], name.language, setting, mm(0.3))
}

/** The sign at the door of a place: name, unit, address, hours. */
export function placeSign({ sign }: Place, setting: PlateSetting): Content {
  const { language, name, unit, address, hours } = sign
  const lines = [
    line(language, name, true),
    ...(unit ? [line(language, unit, true)] : []),
    ...(address ? [line(language, address, false)] : []),
    ...(hours ? [line(language, isolateInText(hours), false)] : []),
  ]
  return plate(lines, language, setting, mm(0.8))
}

const line = (language: OfficialLanguage, text: string, bold: boolean): Content => ({
  ...typeStyle(language, 'plate'),
  text,
  bold,
  alignment: 'start',
  direction: 'ltr',
})

function plate(
  lines: Content[],
  language: OfficialLanguage,
  { direction, around }: PlateSetting,
  padding: number,
): StackBlock {
  const frame = { color: colours.ink, lineWidth: 0.8, edges: 'all', radius: mm(0.8), fit: true } as const
  const side = mm(1.6)
  if (around === language) return { stack: lines, frame: { ...frame, padding: [side, padding, side, padding] } }
  const tagWidth = mm(5)
  const tag: Content = {
    ...typeStyle(language, 'plate'),
    text: language.toUpperCase(),
    fontSize: 7,
    bold: true,
    color: colours.paper,
    alignment: 'center',
    width: tagWidth,
    artifact: true,
  }
  const words: Content = { stack: lines, width: 'auto', margin: [side, padding, side, padding] }
  // Columns follow the page; on a right-to-left one the last of them stands at the left, where the tag belongs.
  const columns = direction === 'rtl' ? [words, tag] : [tag, words]
  return {
    stack: [{ columns }],
    frame: { ...frame, padding: [0, 0, 0, 0], strip: { edge: direction === 'rtl' ? 'end' : 'start', width: tagWidth } },
  }
}
