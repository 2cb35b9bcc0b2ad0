/** Lengths, colours and type sizes of the printed plan: design/worker/plan-pdf, SPEC.md. */
import type { Language } from '@kase/shared/locales.ts'
import { languageSetting } from '../../../typesetting/fonts/language-table.ts'

/** Millimetres to points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

export const colours = {
  ink: '#14211c',
  ink2: '#44544d',
  act: '#0f564a',
  help: '#1c4a7d',
  line: '#9fafa7',
  paper: '#ffffff',
} as const

/** Left, top, right, bottom of every page. */
export const pageMargins = [mm(20), mm(14), mm(20), mm(18)] as const
export const textWidth = mm(170)
/** Of an A4 page. */
export const textHeight = mm(297 - 14 - 18)
/** A task up to this height is never broken. */
export const unbrokenTask = mm(90)

/** `plain` is for Latin and Cyrillic, `tall` for every other script. */
const roles = {
  greeting: { size: 24, plain: 30, tall: 36 },
  intro: { size: 11, plain: 16, tall: 18 },
  section: { size: 14, plain: 19, tall: 22 },
  task: { size: 11.5, plain: 15.5, tall: 18 },
  side: { size: 9.5, plain: 13, tall: 14.5 },
  howTo: { size: 9, plain: 12.5, tall: 13.5 },
  label: { size: 8.5, plain: 12, tall: 12 },
  plate: { size: 9, plain: 12.5, tall: 12.5 },
  emergency: { size: 14, plain: 19, tall: 19 },
  footer: { size: 8, plain: 11, tall: 11 },
} as const

export type TypeRole = keyof typeof roles | 'text' | 'columnText'

export interface TypeStyle {
  readonly language: Language
  readonly fontSize: number
  readonly leading: number
}

/** Size and leading of a role in a language. No line is ever closer than the script allows, small labels included. */
export function typeStyle(language: Language, role: TypeRole): TypeStyle {
  const { text, columnText, family } = languageSetting(language)
  if (role === 'text' || role === 'columnText') {
    const { size, leading } = role === 'text' ? text : columnText
    return { language, fontSize: size, leading }
  }
  const { size, plain, tall } = roles[role]
  const closest = family === 'Latin' ? 0 : (0.92 * size * text.leading) / text.size
  return { language, fontSize: size, leading: Math.max(family === 'Latin' ? plain : tall, closest) }
}
