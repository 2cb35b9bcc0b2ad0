import type { TemplateText } from '@kase/shared/templates/template.schema.ts'
import { findPlaceholders } from '@kase/shared/text/placeholder.ts'
import type { YamlPath } from '../problem.ts'

/** One translatable string of a text file. */
export interface TextUnit {
  readonly path: YamlPath
  /** `tasks.tax-card.steps.1`: the same in every language. */
  readonly id: string
  readonly text: string
  readonly taskKey: string | undefined
  /** Slot names, terms and help lines are single words and labels: too short to measure. */
  readonly kind: 'title' | 'prose' | 'item' | 'label'
}

/** Every string of a text file, in the order of the file. */
export function textUnits(text: TemplateText): TextUnit[] {
  const units: TextUnit[] = []
  const add = (path: YamlPath, value: string | undefined, kind: TextUnit['kind'], taskKey?: string) => {
    if (value !== undefined) units.push({ path, id: path.join('.'), text: value, taskKey, kind })
  }
  for (const [key, task] of Object.entries(text.tasks)) {
    add(['tasks', key, 'title'], task.title, 'title', key)
    add(['tasks', key, 'why'], task.why, 'prose', key)
    task.bring?.forEach((item, index) => add(['tasks', key, 'bring', index], item, 'item', key))
    task.steps?.forEach((item, index) => add(['tasks', key, 'steps', index], item, 'prose', key))
  }
  for (const group of ['slots', 'terms'] as const)
    for (const [key, value] of Object.entries(text[group])) add([group, key], value, 'label')
  for (const group of ['numbers', 'points', 'helpers'] as const)
    for (const [key, value] of Object.entries(text.help[group]))
      add(['help', group, key], value, group === 'numbers' ? 'label' : 'prose')
  return units
}

/** Keys of the links that a text points to, in order; an address written out comes as it is. */
export const linkTargets = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)]*)\)/g)].map((match) => (match[1] ?? '').replace(/^link:/, ''))

/** The words of a text without markup: links become their words, placeholders their own words or nothing. */
export function bareWords(text: string): string {
  let bare = text
  for (const { source, placeholder } of findPlaceholders(text))
    bare = bare.replace(source, placeholder?.kind === 'term' ? (placeholder.words ?? '') : '')
  return bare
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[[\]*]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How many letters of any script a text has. */
export const letterCount = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
