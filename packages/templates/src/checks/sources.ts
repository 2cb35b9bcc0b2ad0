import type { Pack } from '../pack.schema.ts'
import type { Problem } from '../problem.ts'
import { findPlaceholders } from '@kase/shared/text/placeholder.ts'
import { textsOf, type Check, type PackContext } from './pack-context.ts'
import { textUnits } from './text-units.ts'

/** Every statement that can go out of date names a source that exists, and every source carries something. */
export const checkSources: Check = (context) => [
  ...unknownSources(context),
  ...unnamedSources(context),
  ...unusedFacts(context),
]

function unknownSources({ pack, sources, inTask, inFile }: PackContext): Problem[] {
  const { structure, directory } = pack
  const problems: Problem[] = []
  const look = (key: string | undefined, problem: (message: string) => Problem) => {
    if (key !== undefined && !sources.has(key)) problems.push(problem(`There is no source ${key}.`))
  }
  for (const task of structure.tasks)
    task.sources.forEach((key, index) => look(key, (text) => inTask(task.key, ['sources', index], 'sources', text)))
  structure.patches.forEach((patch, at) => {
    if ('override' in patch)
      patch.override.sources?.forEach((key, index) =>
        look(key, (text) => inFile('patches.yaml', [at, 'override', 'sources', index], 'sources', text)),
      )
  })
  for (const field of ['figures', 'phones'] as const)
    for (const [key, fact] of Object.entries(structure[field]))
      look(fact.source, (text) => inFile('facts.yaml', [field, key, 'source'], 'sources', text))
  directory.places.forEach((place, index) =>
    look(place.source, (text) => inFile('places.yaml', ['places', index, 'source'], 'sources', text)),
  )
  for (const group of ['numbers', 'helpers'] as const)
    structure.help[group].forEach((entry, index) =>
      look(entry.source, (text) => inFile('help.yaml', [group, index, 'source'], 'sources', text)),
    )
  structure.help.points.forEach((point, index) =>
    point.sources.forEach((key, at) =>
      look(key, (text) => inFile('help.yaml', ['points', index, 'sources', at], 'sources', text)),
    ),
  )
  for (const [key, source] of Object.entries(structure.sources))
    if (source.reviewBy <= source.checkedOn)
      problems.push(inFile('facts.yaml', ['sources', key, 'reviewBy'], 'sources', 'reviewBy is not after checkedOn.'))
  return problems
}

/** A text that shows a figure or a phone states a fact: its task names the source of that figure. */
function unnamedSources({ pack, tasks, figures, phones, inText }: PackContext): Problem[] {
  const problems: Problem[] = []
  for (const [language, text] of textsOf(pack).slice(0, 1))
    for (const unit of textUnits(text)) {
      if (unit.taskKey === undefined) continue
      const named = tasks.get(unit.taskKey)?.sources ?? []
      for (const { placeholder } of findPlaceholders(unit.text)) {
        if (placeholder?.kind !== 'figure' && placeholder?.kind !== 'phone') continue
        const source = (placeholder.kind === 'figure' ? figures : phones).get(placeholder.key)?.source
        if (source !== undefined && !named.includes(source))
          problems.push(
            inText(
              language,
              unit.path,
              'sources',
              `The text shows ${placeholder.key}: the task must name its source ${source}.`,
            ),
          )
      }
    }
  return problems
}

function unusedFacts({ pack, all, inFile }: PackContext): Problem[] {
  const sources = new Set(all.flatMap(sourcesNamedBy))
  const shown = new Set(
    all
      .flatMap((each) => textsOf(each).flatMap(([, text]) => textUnits(text)))
      .flatMap((unit) => findPlaceholders(unit.text))
      .flatMap(({ placeholder }) =>
        placeholder && 'key' in placeholder ? `${placeholder.kind}:${placeholder.key}` : [],
      ),
  )
  const unused = (field: 'sources' | 'figures' | 'phones', isUsed: (key: string) => boolean) =>
    Object.keys(pack.structure[field])
      .filter((key) => !isUsed(key))
      .map((key) => inFile('facts.yaml', [field, key], 'sources', `Nothing uses ${key}.`))
  return [
    ...unused('sources', (key) => sources.has(key)),
    ...unused('figures', (key) => shown.has(`figure:${key}`)),
    ...unused('phones', (key) => shown.has(`phone:${key}`)),
  ]
}

function sourcesNamedBy({ structure, directory }: Pack): string[] {
  const overrides = structure.patches.flatMap((patch) => ('override' in patch ? (patch.override.sources ?? []) : []))
  const { numbers, helpers, points } = structure.help
  return [
    ...structure.tasks.flatMap((task) => task.sources),
    ...overrides,
    ...[...Object.values(structure.figures), ...Object.values(structure.phones)].map(({ source }) => source),
    ...[...numbers, ...helpers].flatMap(({ source }) => source ?? []),
    ...points.flatMap((point) => point.sources),
    ...directory.places.map(({ source }) => source),
  ]
}
