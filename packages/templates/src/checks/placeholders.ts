import { findPlaceholders, type Placeholder } from '@kase/shared/text/placeholder.ts'
import { textsOf, type Check, type PackContext } from './pack-context.ts'
import { textUnits, type TextUnit } from './text-units.ts'

/** Placeholders are written right, and what they name exists. */
export const checkPlaceholders: Check = (context) =>
  textsOf(context.pack).flatMap(([language, text]) =>
    textUnits(text).flatMap((unit) => {
      const found = findPlaceholders(unit.text)
      const rest = found.reduce((left, { source }) => left.replace(source, ''), unit.text)
      const faults = found.flatMap(({ source, placeholder }) => faultOf(source, placeholder, unit, context) ?? [])
      if (/[{}]/.test(rest)) faults.push('A brace { or } stands alone.')
      return faults.map((message) => context.inText(language, unit.path, 'placeholders', message))
    }),
  )

function faultOf(
  source: string,
  placeholder: Placeholder | undefined,
  unit: TextUnit,
  { tasks, figures, phones, terms }: PackContext,
): string | undefined {
  if (placeholder === undefined) return `${source} is no placeholder.`
  if (unit.kind === 'title' || unit.kind === 'label') return `A title or a name has no placeholder: ${source}.`
  if (placeholder.kind === 'place') {
    const task = unit.taskKey === undefined ? undefined : tasks.get(unit.taskKey)
    return task?.slot === undefined && task?.place === undefined ? 'The task has no place for {place}.' : undefined
  }
  if (!('key' in placeholder)) return undefined
  const known = { figure: figures, phone: phones, term: terms }[placeholder.kind]
  return known.has(placeholder.key) ? undefined : `There is no ${placeholder.kind} ${placeholder.key}.`
}
