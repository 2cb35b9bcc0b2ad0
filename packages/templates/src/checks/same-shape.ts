import { taskTextFields } from '@kase/shared/templates/template.schema.ts'
import { textsOf, type Check } from './pack-context.ts'

/** A translated task has the fields of its source, and as many things to bring and steps: the lines stand side by side in print. */
export const checkSameShape: Check = ({ pack, inText }) => {
  const source = pack.texts[pack.sourceLanguage]
  return textsOf(pack).flatMap(([language, text]) =>
    Object.entries(text.tasks).flatMap(([key, task]) => {
      const original = source?.tasks[key]
      if (original === undefined)
        return source === undefined
          ? []
          : [inText(language, ['tasks', key], 'same-shape', `The source language has no words for ${key}.`)]
      return taskTextFields.flatMap((field) => {
        const [there, here] = [countOf(original[field]), countOf(task[field])]
        return there === here
          ? []
          : [
              inText(
                language,
                ['tasks', key, field],
                'same-shape',
                `${field} has ${here} lines, in the source language ${there}.`,
              ),
            ]
      })
    }),
  )
}

const countOf = (value: string | readonly string[] | undefined): number =>
  value === undefined ? 0 : typeof value === 'string' ? 1 : value.length
