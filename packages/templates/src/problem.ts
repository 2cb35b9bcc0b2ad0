import type { z } from 'zod'

/** What is wrong with a content file, said to the advisor who wrote it. */
export interface Problem {
  /** Path of the file, relative to the folder of packs. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** Place within the file: `tasks.tax-card.steps.2`. Empty for the file as a whole. */
  readonly path: string
  /** The check that found it. */
  readonly check: string
  /** A plain English sentence. */
  readonly message: string
}

export type YamlPath = readonly (string | number)[]

/** `file:line:column path: message (check)`, as editors and terminals make it clickable. */
export const formatProblem = (problem: Problem): string =>
  `${problem.file}:${problem.line}:${problem.column} ${problem.path === '' ? '' : `${problem.path}: `}${problem.message} (${problem.check})`

const sentences: Record<string, string> = {
  key: 'A key is lower-case words joined by hyphens, at most 80 characters.',
  url: 'A web address begins with https:// (or http://).',
  phone: 'This is not a telephone number. Write it in quotes, as digits and spaces.',
  'no-such-date': 'A date is written as 2026-11-01 and must exist.',
  'date-out-of-range': 'The date is not between 1990 and 2100.',
  'name-missing': 'A place needs its official name in at least one language.',
  'region-only-in-region-pack': 'A pack of scope region has a region, and no other pack has one.',
}

/** A zod issue as a path and a sentence; of a union the alternative that fits best speaks. */
export function explainIssue(issue: z.core.$ZodIssue): { path: YamlPath; message: string } {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  switch (issue.code) {
    case 'invalid_union': {
      const best = issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0]?.[0]
      if (best === undefined || depth([best]) === 0) return { path, message: 'None of the allowed forms fits here.' }
      const inner = explainIssue(best)
      return { path: [...path, ...inner.path], message: inner.message }
    }
    case 'unrecognized_keys':
      return {
        path: issue.keys[0] === undefined ? path : [...path, issue.keys[0]],
        message: `There is no field of this name here: ${issue.keys.join(', ')}.`,
      }
    case 'invalid_value':
      return { path, message: `Allowed here: ${issue.values.map(String).join(', ')}.` }
    case 'invalid_type':
      return {
        path,
        message:
          issue.input === undefined && issue.message.includes('undefined')
            ? `The field is missing (a ${issue.expected}).`
            : `This must be a ${issue.expected}${issue.expected === 'string' ? '; put it in quotes' : ''}.`,
      }
    default:
      return { path, message: sentences[issue.message] ?? `${issue.message}.` }
  }
}

/** How deep into the value an alternative of a union got before it failed. */
const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(
    0,
    ...issues.map((issue) =>
      issue.code === 'invalid_union' ? issue.path.length + Math.max(0, ...issue.errors.map(depth)) : issue.path.length,
    ),
  )
