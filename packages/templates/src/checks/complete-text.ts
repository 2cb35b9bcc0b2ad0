import type { Problem } from '../problem.ts'
import { textsOf, type Check, type PackContext } from './pack-context.ts'
import { letterCount, textUnits } from './text-units.ts'

const titleLimit = { source: 60, translation: 80 } as const

/** The source language has words for everything, no text has words for nothing, and titles and lists are short. */
export const checkCompleteText: Check = (context) => [
  ...missingWords(context),
  ...strayWords(context),
  ...shape(context),
]

function missingWords({ pack, inFile, inText }: PackContext): Problem[] {
  const source = pack.texts[pack.sourceLanguage]
  if (source === undefined)
    return [
      inFile(`text/${pack.sourceLanguage}.yaml`, [], 'complete-text', 'The pack has no text in its source language.'),
    ]
  const { tasks, help, terms } = pack.structure
  const needed: [string[], string, object][] = [
    ...tasks.map(({ key }): [string[], string, object] => [['tasks'], key, source.tasks]),
    ...Object.keys(terms).map((key): [string[], string, object] => [['terms'], key, source.terms]),
    ...(['numbers', 'points', 'helpers'] as const).flatMap((group) =>
      help[group].map(({ key }): [string[], string, object] => [['help', group], key, source.help[group]]),
    ),
  ]
  return needed
    .filter(([, key, words]) => !(key in words))
    .map(([path, key]) => inText(pack.sourceLanguage, path, 'complete-text', `There are no words for ${key}.`))
}

function strayWords({ pack, terms, inText }: PackContext): Problem[] {
  const { help } = pack.structure
  return textsOf(pack).flatMap(([language, text]) => {
    const stray = (path: string[], words: object, isKnown: (key: string) => boolean) =>
      Object.keys(words)
        .filter((key) => !isKnown(key))
        .map((key) => inText(language, [...path, key], 'complete-text', `The pack has no ${path.at(-1)} ${key}.`))
    return [
      ...stray(['terms'], text.terms, (key) => terms.has(key)),
      ...(['numbers', 'points', 'helpers'] as const).flatMap((group) =>
        stray(['help', group], text.help[group], (key) => help[group].some((entry) => entry.key === key)),
      ),
      ...stray(['states'], text.states, (key) => key in text.tasks),
    ]
  })
}

function shape({ pack, inText }: PackContext): Problem[] {
  return textsOf(pack).flatMap(([language, text]) => {
    const isSource = language === pack.sourceLanguage
    const limit = isSource ? titleLimit.source : titleLimit.translation
    const problems = textUnits(text)
      .filter((unit) => unit.kind === 'title' && unit.text.length > limit)
      .map((unit) => inText(language, unit.path, 'complete-text', `A title has at most ${limit} characters.`))
    if (!isSource) return problems
    for (const [key, task] of Object.entries(text.tasks)) {
      if ((task.bring?.length ?? 0) > 5)
        problems.push(inText(language, ['tasks', key, 'bring'], 'complete-text', 'At most 5 things to bring.'))
      if ((task.steps?.length ?? 0) > 6 || letterCount(task.why ?? '') > 400)
        problems.push(inText(language, ['tasks', key], 'complete-text', 'Too long: at most 6 steps and a short why.'))
    }
    return problems
  })
}
