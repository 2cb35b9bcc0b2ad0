import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { z } from 'zod'
import { directorySchema } from '@kase/shared/directory/place.schema.ts'
import { isLanguage, type Language } from '@kase/shared/locales.ts'
import {
  helpSchema,
  sections,
  templateStructureSchema,
  templateTextSchema,
  type TaskStructure,
  type TemplateText,
} from '@kase/shared/templates/template.schema.ts'
import { factsFileSchema, packManifestSchema, patchesFileSchema, tasksFileSchema, type Pack } from './pack.schema.ts'
import type { Problem } from './problem.ts'
import { parseYamlFile, type YamlFile } from './yaml-file.ts'

/** Where a task is written: its file and its number in the list. */
interface TaskOrigin {
  readonly file: YamlFile
  readonly index: number
}

/** A pack with the files it came from, so that a check can name the line. */
export interface LoadedPack {
  /** Folder name, for messages about a pack without a manifest. */
  readonly folder: string
  /** Undefined when `pack.yaml` is missing or faulty. */
  readonly pack: Pack | undefined
  readonly problems: readonly Problem[]
  readonly files: ReadonlyMap<string, YamlFile>
  /** In the order of `pack.structure.tasks`. */
  readonly taskOrigins: readonly TaskOrigin[]
}

/** Reads one folder in the format of the README; see `assemblePack`. */
export async function loadPack(directory: string): Promise<LoadedPack> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')))
  return assemblePack(basename(directory), new Map(names.map((name, index) => [name, texts[index] ?? ''])))
}

/**
 * Puts a pack together from the texts of its files, by their names within the folder. Collects every fault instead of stopping
 * at the first: a file that does not hold is left out of `pack` and named in `problems`.
 */
export function assemblePack(folder: string, texts: ReadonlyMap<string, string>): LoadedPack {
  const problems: Problem[] = []
  const files = new Map<string, YamlFile>()
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const text = texts.get(name)
    if (text === undefined) return undefined
    const result = parseYamlFile(`${folder}/${name}`, text, schema)
    files.set(name, result.file)
    problems.push(...result.problems)
    return result.data
  }
  const whole = (name: string, message: string) =>
    problems.push({ file: `${folder}/${name}`, line: 1, column: 1, path: '', check: 'files', message })

  const manifest = read('pack.yaml', packManifestSchema)
  if (!texts.has('pack.yaml')) whole('pack.yaml', 'The pack has no pack.yaml.')
  if (manifest !== undefined && manifest.key !== folder)
    whole('pack.yaml', `The folder is called ${folder} but the key is ${manifest.key}; they must be the same.`)

  const { tasks, taskOrigins } = readTasks(read, files, problems)
  const languages = readTexts(read, [...texts.keys()], whole)
  const structure = templateStructureSchema.parse({
    tasks,
    patches: read('patches.yaml', patchesFileSchema),
    help: read('help.yaml', helpSchema),
    ...read('facts.yaml', factsFileSchema),
  })
  const directoryFile = read('places.yaml', directorySchema)
  for (const name of texts.keys()) if (!files.has(name)) whole(name, 'No file of a pack has this name.')

  const pack = manifest && {
    ...manifest,
    structure,
    texts: languages,
    directory: directoryFile ?? { places: [], missing: [] },
  }
  return { folder, pack, problems, files, taskOrigins }
}

type Read = <T>(name: string, schema: z.ZodType<T>) => T | undefined

function readTasks(read: Read, files: ReadonlyMap<string, YamlFile>, problems: Problem[]) {
  const taskOrigins: TaskOrigin[] = []
  const tasks: TaskStructure[] = []
  for (const section of sections) {
    const name = `tasks/${section}.yaml`
    const list = read(name, tasksFileSchema)
    const file = files.get(name)
    if (list === undefined || file === undefined) continue
    tasks.push(...list)
    for (const [index, task] of list.entries()) {
      taskOrigins.push({ file, index })
      if (task.section !== section)
        problems.push(file.problemAt([index, 'section'], 'files', `This file holds the section ${section}.`))
    }
  }
  return { tasks, taskOrigins }
}

function readTexts(
  read: Read,
  names: readonly string[],
  whole: (name: string, message: string) => void,
): Pack['texts'] {
  const texts: Partial<Record<Language, TemplateText>> = {}
  for (const name of names.filter((each) => each.startsWith('text/'))) {
    const tag = name.replace(/^text\/|\.yaml$/g, '')
    const text = read(name, templateTextSchema)
    if (text === undefined) continue
    if (!isLanguage(tag)) whole(name, `${tag} is not the tag of an offered language.`)
    else if (text.language !== tag) whole(name, `The file is called ${tag} but says language: ${text.language}.`)
    else texts[tag] = text
  }
  return texts
}
