import { sections, type LinkTarget } from '@kase/shared/templates/template.schema.ts'
import type { ContentReport, DatedEntry } from './content-report.ts'

/** The report as text of fixed columns for a terminal. */
export function renderReport(report: ContentReport): string {
  const { totals } = report
  return [
    `Content on ${report.on}: ${totals.packs} packs, ${totals.tasks} tasks (${totals.essential} essential), ${totals.places} places.`,
    heading('Coverage: tasks by language, section and state'),
    table(
      ['pack', 'language', 'state', ...sections, 'all', 'essential'],
      report.coverage.map((row) => [
        row.pack,
        row.language,
        row.state,
        ...sections.map((section) => String(row.bySection[section] ?? '·')),
        String(row.total),
        String(row.essential),
      ]),
    ),
    heading('Oldest checks'),
    dated(report.oldest),
    heading(`Past their review date on ${report.on}: ${report.pastReview.length}`),
    dated(report.pastReview),
    heading(`Not found, to be filled in by the advisor: ${report.notFound.length}`),
    table(
      ['pack', 'slot', 'municipality', 'ask'],
      report.notFound.map((entry) => [entry.pack, entry.slot, entry.municipality, address(entry.ask)]),
    ),
    heading('Reading level (LIX compares texts of one language)'),
    table(
      ['pack', 'language', 'sentences', 'words', 'words/sentence', 'long words', 'LIX'],
      report.reading.map(({ pack, language, level }) => [
        pack,
        language,
        String(level.sentences),
        String(level.words),
        level.wordsPerSentence.toFixed(1),
        `${(100 * level.longWordShare).toFixed(0)} %`,
        level.lix.toFixed(0),
      ]),
    ),
    '',
  ].join('\n')
}

const heading = (text: string): string => `\n${text}\n`

const dated = (entries: readonly DatedEntry[]): string =>
  table(
    ['pack', 'what', 'key', 'checked on', 'review by'],
    entries.map((entry) => [entry.pack, entry.kind, entry.key, entry.checkedOn, entry.reviewBy]),
  )

const address = (target: LinkTarget): string =>
  typeof target === 'string' ? target : (target.fi ?? Object.values(target)[0] ?? '')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'none'
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
