import { textsOf, type Check } from './pack-context.ts'
import { linkTargets, textUnits } from './text-units.ts'

/** What Markdown of the closed set does not have. */
const foreignMarkup: readonly (readonly [RegExp, string])[] = [
  [/!\[/, 'A picture cannot stand in a text.'],
  [/<[a-z/!]/i, 'HTML cannot stand in a text.'],
  [/`/, 'Code marks cannot stand in a text.'],
  [/^#{1,6} /m, 'A heading cannot stand in a text.'],
  [/^\|/m, 'A table cannot stand in a text.'],
  [/https?:\/\//, 'An address is not typed into a text: put it into the links of the task.'],
]

/** Links point to keys of their task's links, and nothing but the closed set of Markdown is used. */
export const checkLinks: Check = ({ pack, tasks, inText }) =>
  textsOf(pack).flatMap(([language, text]) =>
    textUnits(text).flatMap((unit) => {
      const say = (message: string) => inText(language, unit.path, 'links', message)
      const known = (unit.taskKey === undefined ? undefined : tasks.get(unit.taskKey)?.links) ?? {}
      const targets = linkTargets(unit.text)
      return [
        ...foreignMarkup.filter(([pattern]) => pattern.test(unit.text)).map(([, message]) => say(message)),
        ...targets
          .filter((key) => !(key in known))
          .map((key) => say(`The task has no link ${key}. A link is written [words](link:key).`)),
        ...(unit.kind === 'title' && (targets.length > 0 || /[*[\]]/.test(unit.text))
          ? [say('A title has no markup.')]
          : []),
        ...((unit.text.match(/\*\*/g)?.length ?? 0) % 2 === 1 ? [say('A bold mark ** is not closed.')] : []),
      ]
    }),
  )
