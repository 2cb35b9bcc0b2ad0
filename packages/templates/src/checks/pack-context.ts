import type { Language } from '@kase/shared/locales.ts'
import { layAll, visibleTasks, type Layer } from '@kase/shared/templates/layers.ts'
import type {
  Figure,
  Source,
  TaskStructure,
  TemplateStructure,
  TemplateText,
} from '@kase/shared/templates/template.schema.ts'
import type { LoadedPack } from '../load-pack.ts'
import { packScopes, type Pack } from '../pack.schema.ts'
import type { Problem, YamlPath } from '../problem.ts'

/** What a check sees of a pack: the pack, the packs above it, and where its values are written. */
export interface PackContext {
  readonly pack: Pack
  /** Packs of the layers above, which the pack may refer to. */
  readonly above: readonly Pack[]
  /** Every pack of the folder. */
  readonly all: readonly Pack[]
  /** Tasks of the pack and of those above it, with the pack's patches applied. */
  readonly tasks: ReadonlyMap<string, TaskStructure>
  readonly sources: ReadonlyMap<string, Source>
  readonly figures: ReadonlyMap<string, Figure>
  readonly phones: ReadonlyMap<string, TemplateStructure['phones'][string]>
  readonly terms: ReadonlyMap<string, TemplateStructure['terms'][string]>
  readonly inTask: (key: string, path: YamlPath, check: string, message: string) => Problem
  readonly inText: (language: Language, path: YamlPath, check: string, message: string) => Problem
  /** `name` within the pack's folder: `places.yaml`. */
  readonly inFile: (name: string, path: YamlPath, check: string, message: string) => Problem
}

/** A rule that packs must keep. Pure: the same packs give the same problems. */
export type Check = (context: PackContext) => Problem[]

/** Contexts of the packs; `base` are packs of elsewhere that may stand above them and are not checked themselves. */
export function packContexts(loaded: readonly LoadedPack[], base: readonly LoadedPack[] = []): PackContext[] {
  const all = [...base, ...loaded].flatMap((each) => each.pack ?? [])
  return loaded.flatMap((each) => (each.pack === undefined ? [] : packContext(each, each.pack, all)))
}

function packContext(loaded: LoadedPack, pack: Pack, all: readonly Pack[]): PackContext {
  // A region's pack has the country above it, an employer's starter pack as well: it serves employers of every region.
  const above = pack.scope === 'country' ? [] : all.filter((other) => packScopes.indexOf(other.scope) === 0)
  const stack = [...above, pack]
  const inFile: PackContext['inFile'] = (name, path, check, message) =>
    loaded.files.get(name)?.problemAt(path, check, message) ?? {
      file: `${loaded.folder}/${name}`,
      line: 1,
      column: 1,
      path: path.join('.'),
      check,
      message,
    }
  return {
    pack,
    above,
    all,
    tasks: new Map(visibleTasks(layAll(stack.map(layerOf))).map(({ task }) => [task.key, task])),
    sources: merged(stack, 'sources'),
    figures: merged(stack, 'figures'),
    phones: merged(stack, 'phones'),
    terms: merged(stack, 'terms'),
    inFile,
    inText: (language, path, check, message) => inFile(`text/${language}.yaml`, path, check, message),
    inTask: (key, path, check, message) => {
      const origin = loaded.taskOrigins[pack.structure.tasks.findIndex((task) => task.key === key)]
      if (origin) return origin.file.problemAt([origin.index, ...path], check, message)
      const patch = pack.structure.patches.findIndex((each) => each.key === key)
      return inFile('patches.yaml', [patch, 'override', ...path], check, message)
    },
  }
}

const layerOf = (pack: Pack): Layer => ({
  origin: { tenantId: pack.publisher.key, versionId: pack.key, scope: pack.scope },
  tasks: pack.structure.tasks,
  patches: pack.structure.patches,
  textKeys: new Set(),
})

const merged = <F extends 'sources' | 'figures' | 'phones' | 'terms'>(stack: readonly Pack[], field: F) =>
  new Map(stack.flatMap((pack) => Object.entries(pack.structure[field]) as [string, TemplateStructure[F][string]][]))

/** The pack's texts with their languages, the source language first. */
export const textsOf = (pack: Pack): [Language, TemplateText][] =>
  (Object.entries(pack.texts) as [Language, TemplateText][]).toSorted(
    ([a], [b]) => Number(b === pack.sourceLanguage) - Number(a === pack.sourceLanguage) || (a < b ? -1 : 1),
  )
