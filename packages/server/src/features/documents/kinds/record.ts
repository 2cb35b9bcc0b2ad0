/** The record: evidence of what was told, which version, in which language, when opened and when acknowledged. */
import { languages, type Language, type StaffLanguage } from '@kase/shared/locales.ts'
import type { ColumnsBlock, Content, PageSequence } from '../../../typesetting/content.ts'
import { cellBlock, lineCell, saidOnce, type Cell } from '../blocks/cells.ts'
import { employerMark } from '../blocks/first-page.ts'
import { footer } from '../blocks/running-heads.ts'
import { band, hairline, rule } from '../blocks/shapes.ts'
import en from '../labels/record/en.json' with { type: 'json' }
import fi from '../labels/record/fi.json' with { type: 'json' }
import sv from '../labels/record/sv.json' with { type: 'json' }
import type { PlanRecord, RecordEntry } from '../plan-document.ts'
import { brandColour } from '../setting/brand.ts'
import { dateAndClock } from '../setting/dates.ts'
import { isolate } from '../setting/isolation.ts'
import { colours, mm, pageMargins, textWidth, typeStyle } from '../setting/measures.ts'

const catalogues: Readonly<Record<StaffLanguage, typeof fi>> = { fi, sv, en }

export const recordLabels = (language: StaffLanguage): typeof fi => catalogues[language]

/** Number, matter, version, language, told, opened, acknowledged; with the gaps between them 170 mm. */
const widths = [9, 50, 17, 24, 20, 20, 20].map(mm)
const gap = mm(10 / 6)

/** The pages of a record; its table repeats its head on every page. */
export function recordPages(record: PlanRecord): PageSequence {
  const { language, entries } = record
  const labels = catalogues[language]
  const heading: Content[] = [
    band(brandColour(record.employer.colour)),
    { stack: [employerMark(record.employer, language)], margin: [0, mm(4), 0, 0] },
    {
      ...typeStyle(language, 'greeting'),
      fontSize: 18,
      leading: 24,
      text: labels.title,
      role: 'H1',
      bold: true,
      margin: [0, mm(3), 0, 0],
    },
    { ...typeStyle(language, 'intro'), text: isolate('name', record.participant.name), bold: true },
    { ...typeStyle(language, 'text'), text: labels.intro, margin: [0, 0, 0, mm(4)] },
  ]
  const table: Content = {
    stack: [],
    role: 'Table',
    parts: {
      count: Math.max(1, entries.length),
      least: 2,
      keepUpTo: 0,
      build: (from, to) => ({
        stack: [headRow(language, from > 0), ...entryRows(entries.slice(from, to), language)],
      }),
    },
  }
  return {
    language,
    margins: pageMargins,
    footer: footer(record, [language]),
    content: [...heading, table],
  }
}

/** The head of the table; once for screen readers, on every page for the eye. */
function headRow(language: StaffLanguage, repeated: boolean): Content {
  const labels = catalogues[language]
  const { number, task, version, language: spoken, told, opened, acknowledged } = labels
  const style = {
    ...typeStyle(language, 'label'),
    bold: true,
    color: colours.ink2,
    role: 'TH',
    scope: 'Column',
  } as const
  const cells = [number, task, version, spoken, told, opened, acknowledged].map((text): Content => ({ ...style, text }))
  return {
    artifact: repeated,
    stack: [tableRow(cells), rule(textWidth, 1.2, colours.act, [0, mm(1), 0, 0.6])],
  }
}

/** The rows of a page; a note on their words is said once for as long as it stays the same. */
function entryRows(entries: readonly RecordEntry[], language: StaffLanguage): Content[] {
  const titles = saidOnce(entries.map(({ title }) => lineCell(title, { reader: language, role: 'howTo' })))
  return entries.map((entry, index) => entryRow(entry, titles[index] ?? { blocks: [] }, language))
}

function entryRow(entry: RecordEntry, title: Cell, language: StaffLanguage): Content {
  const style = typeStyle(language, 'howTo')
  const cell = (text: string): Content => ({ ...style, text, role: 'TD' })
  const time = (instant: string | undefined): Content =>
    cell(instant ? dateAndClock(language, instant) : catalogues[language].notYet)
  return {
    keep: 'together',
    stack: [
      {
        ...tableRow([
          { ...cell(String(entry.number)), role: 'TH', scope: 'Row' },
          { stack: [cellBlock(title, language)], role: 'TD' },
          cell(isolate('official', entry.version)),
          { ...cell(isolate('name', nativeName(entry.language))), language: entry.language, direction: 'ltr' },
          time(entry.toldAt),
          time(entry.openedAt),
          time(entry.acknowledgedAt),
        ]),
        margin: [0, mm(0.8), 0, mm(0.8)],
      },
      hairline(),
    ],
  }
}

const nativeName = (language: Language): string => languages[language].nativeName

const tableRow = (cells: readonly Content[]): ColumnsBlock => ({
  role: 'TR',
  columnGap: gap,
  columns: cells.map((cell, index) => ({ ...cell, width: widths[index] ?? 0 })),
})
