import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { z } from 'zod'
import { directorySchema } from '@kase/shared/directory/place.schema.ts'
import { isLanguage, type Language } from '@kase/shared/locales.ts'
import {
  helpSchema,
  sections,
  templateStructureSchema,
  templateTextSchema,
  type TemplateText,
} from '@kase/shared/templates/template.schema.ts'
import { factsFileSchema, packManifestSchema, patchesFileSchema, tasksFileSchema, type Pack } from './pack.schema.ts'
import type { Problem } from './problem.ts'
import { readYamlFile, type YamlFile } from './yaml-file.ts'

/** Where a task is written: its file and its number in the list. */
export interface TaskOrigin {
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

/**
 * Reads one folder in the format of the README. Collects every fault instead of stopping at the first: a file that does not hold
 * is left out of `pack` and named in `problems`.
 */
export async function loadPack(directory: string): Promise<LoadedPack> {
  const root = dirname(directory)
  const folder = basename(directory)
  const names = await listFiles(directory)
  const problems: Problem[] = []
  const files = new Map<string, YamlFile>()
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    if (!names.includes(name)) return undefined
    const result = await readYamlFile(root, `${folder}/${name}`, schema)
    files.set(name, result.file)
    problems.push(...result.problems)
    return result.data
  }
  const whole = (name: string, message: string) =>
    problems.push({ file: `${folder}/${name}`, line: 1, column: 1, path: '', check: 'files', message })

  const manifest = await read('pack.yaml', packManifestSchema)
  if (!names.includes('pack.yaml')) whole('pack.yaml', 'The pack has no pack.yaml.')
  if (manifest !== undefined && manifest.key !== folder)
    whole('pack.yaml', `The folder is called ${folder} but the key is ${manifest.key}; they must be the same.`)

  const taskOrigins: TaskOrigin[] = []
  const tasks: Pack['structure']['tasks'] = []
  for (const section of sections) {
    const name = `tasks/${section}.yaml`
    const list = await read(name, tasksFileSchema)
    const file = files.get(name)
    if (list === undefined || file === undefined) continue
    tasks.push(...list)
    for (const [index, task] of list.entries()) {
      taskOrigins.push({ file, index })
      if (task.section !== section)
        problems.push(file.problemAt([index, 'section'], 'files', `This file holds the section ${section}.`))
    }
  }

  const texts: Partial<Record<Language, TemplateText>> = {}
  for (const name of names.filter((each) => each.startsWith('text/'))) {
    const tag = basename(name, '.yaml')
    const text = await read(name, templateTextSchema)
    if (text === undefined) continue
    if (!isLanguage(tag)) whole(name, `${tag} is not the tag of an offered language.`)
    else if (text.language !== tag) whole(name, `The file is called ${tag} but says language: ${text.language}.`)
    else texts[tag] = text
  }

  const structure = templateStructureSchema.parse({
    tasks,
    patches: await read('patches.yaml', patchesFileSchema),
    help: await read('help.yaml', helpSchema),
    ...(await read('facts.yaml', factsFileSchema)),
  })
  const directoryFile = await read('places.yaml', directorySchema)
  for (const name of names) if (!files.has(name)) whole(name, 'No file of a pack has this name.')

  const pack = manifest && {
    ...manifest,
    structure,
    texts,
    directory: directoryFile ?? { places: [], missing: [] },
  }
  return { folder, pack, problems, files, taskOrigins }
}

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}
