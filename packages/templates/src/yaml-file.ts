import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { explainIssue, type Problem, type YamlPath } from './problem.ts'

/** A content file that can say where each of its values stands. */
export interface YamlFile {
  /** Relative to the folder of packs. */
  readonly name: string
  /** The problem `message` at the value under `path`, or at the nearest value around it that exists. */
  problemAt(path: YamlPath, check: string, message: string): Problem
}

/** Reads YAML against its schema. Every fault of syntax and shape becomes a problem; `data` is undefined if there is one. */
export function parseYamlFile<T>(
  name: string,
  text: string,
  schema: z.ZodType<T>,
): { file: YamlFile; data: T | undefined; problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const file = locatedFile(name, document, lines)
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => {
      const { line, col } = lines.linePos(error.pos[0])
      return { file: name, line, column: col, path: '', check: 'yaml', message: firstLine(error.message) }
    })
    return { file, data: undefined, problems }
  }
  let value: unknown
  try {
    value = document.toJS()
  } catch (error) {
    // Aliases that multiply without end are refused by the parser.
    const message = error instanceof Error ? firstLine(error.message) : 'The file cannot be read.'
    return { file, data: undefined, problems: [file.problemAt([], 'yaml', message)] }
  }
  const result = schema.safeParse(value)
  if (result.success) return { file, data: result.data, problems: [] }
  const problems = result.error.issues.map((issue) => {
    const { path, message } = explainIssue(issue)
    return file.problemAt(path, 'schema', message)
  })
  return { file, data: undefined, problems }
}

function locatedFile(name: string, document: Document, lines: LineCounter): YamlFile {
  return {
    name,
    problemAt(path, check, message) {
      const { line, col } = lines.linePos(offsetOf(document, path))
      return { file: name, line, column: col, path: path.join('.'), check, message }
    },
  }
}

function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (isMap(parent)) {
      const key = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last))?.key
      if (isNode(key) && key.range) return key.range[0]
    } else if (isCollection(parent)) {
      const node: unknown = parent.get(last, true)
      if (isNode(node) && node.range) return node.range[0]
    }
  }
  return document.contents?.range?.[0] ?? 0
}

/** The parser's message without its picture of the source. */
const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '.')
