/** The same plan as a page for Chromium and WeasyPrint: same words, fonts, sizes, QR codes and boxes, in plain HTML and CSS. */
import { pathToFileURL } from 'node:url'
import { languages, type Language } from '@kase/shared/locales.ts'
import { inlineText } from '@kase/shared/text/rich-text.ts'
import type { Localized, PlanContent } from '../../packages/server/src/features/documents/plan-document.ts'
import { longDate } from '../../packages/server/src/features/documents/setting/dates.ts'
import { fill, labelsOf } from '../../packages/server/src/features/documents/setting/labels.ts'
import { qrCode } from '../../packages/server/src/features/documents/setting/qr-code.ts'
import { fontPath } from '../../packages/server/src/typesetting/fonts/font-files.ts'
import { languageSetting } from '../../packages/server/src/typesetting/fonts/language-table.ts'
import { benchDocument, languagesOf, type BenchPlan } from './plans.ts'

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A whole HTML document. */
export function benchHtml(plan: BenchPlan, run: number): string {
  const document = benchDocument(plan, run) as unknown as PlanContent
  const [own = 'fi', second] = languagesOf(plan)
  const labels = labelsOf(own)
  const { participant, employer, facts, link, sections, rightsAndHelp: help } = document
  const fact = (label: string, value: string | undefined): string =>
    value ? `<div><dt>${escape(label)}<dd><bdi>${escape(value)}</bdi></div>` : ''
  const pair = (texts: Localized<string> | undefined, tag: string): string =>
    both(own, second, (language) => texts?.[language]?.text, tag)
  return `<!doctype html><html lang="${own}" dir="${languages[own].direction}"><meta charset="utf-8">
<title>${escape(`${labels.title} – ${participant.name}`)}</title><style>${styles(own, labels.page)}</style>
<div class="band"></div><header><div><b><bdi>${escape(employer.name)}</bdi></b>
<h1>${escape(fill(labels.greeting, { name: participant.name }))}</h1><p>${escape(fill(labels.intro, { done: 0, total: 30 }))}</p>
<dl>${fact(labels.name, participant.name)}${fact(labels.employer, employer.name)}${fact(labels.contact, facts.contact?.name)}
${fact(labels.arrival, facts.arrivesOn && longDate(own, facts.arrivesOn))}${fact(labels.municipality, facts.municipality)}</dl></div>
<div>${link ? qr(link.url, 28) : ''}<p>${escape(labels.openOnPhone)}</p></div></header>
${sections
  .map(
    ({ title, tasks }) =>
      `<section>${pair(title, 'h2')}${tasks
        .map(
          (
            task,
          ) => `<article><div class="n"><span class="box"></span><b>${task.number}</b></div><div class="t">${pair(task.title, 'h3')}
${both(own, second, (language) => task.body?.[language]?.text.map((block) => (block.type === 'paragraph' ? inlineText(block.children) : '')).join(' '), 'p')}</div>
<div class="w"><small>${escape(labels.deadline)}</small><br><b>${escape(longDate(own, task.when.day ?? ''))}</b></div>${task.url ? qr(task.url, 14) : ''}</article>`,
        )
        .join('')}</section>`,
  )
  .join('')}
<section class="help"><h2>${escape(labels.rightsAndHelp)}</h2>${help.emergency.map(({ number }) => `<p><b>${number}</b></p>`).join('')}
<ul>${help.statements.map((text) => `<li>${escape(text[own]?.text.map((block) => (block.type === 'paragraph' ? inlineText(block.children) : '')).join(' ') ?? '')}`).join('')}</ul>
${help.helpers.map(({ name, phone = '' }) => `<p><b>${escape(name[own]?.text ?? '')}</b> <bdi>${phone}</bdi></p>`).join('')}</section></html>`
}

function both(
  own: Language,
  second: Language | undefined,
  text: (language: Language) => string | undefined,
  tag: string,
): string {
  const one = (language: Language): string =>
    `<${tag} lang="${language}" dir="${languages[language].direction}">${escape(text(language) ?? '')}</${tag}>`
  return second ? `<div class="pair">${one(own)}${one(second)}</div>` : one(own)
}

function qr(address: string, millimetres: number): string {
  const { drawing } = qrCode(address, 40)
  if (drawing.kind !== 'modules') return ''
  const squares = rowsOf(drawing).flatMap((row, y) =>
    Array.from(row.matchAll(/1+/g), ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return `<svg width="${millimetres}mm" height="${millimetres}mm" viewBox="0 0 ${drawing.size} ${drawing.size}"><path d="${squares.join('')}"/></svg>`
}

function styles(own: Language, page: string): string {
  const { family, text } = languageSetting(own)
  const faces = [...new Set(['Latin' as const, family])].flatMap((name) =>
    [false, true].map(
      (bold) =>
        `@font-face{font-family:${name};font-weight:${bold ? 700 : 400};src:url(${pathToFileURL(fontPath(name, bold)).href})}`,
    ),
  )
  const [before = '', between = '', after = ''] = page.split(/\{pages?\}/)
  return `${faces.join('')}@page{size:A4;margin:14mm 20mm 18mm;@bottom-right{font:8pt Latin,${family};content:"${before}" counter(page) "${between}" counter(pages) "${after}"}}
body{margin:0;font:${text.size}pt/${text.leading}pt Latin,${family};color:#14211c}h1{font-size:24pt;line-height:30pt;margin:3mm 0 0}
h2{font-size:14pt;line-height:19pt;color:#0f564a;border-bottom:1.2pt solid;margin:5mm 0 0;padding-bottom:1.5mm;break-after:avoid}
h3{font-size:11.5pt;line-height:15.5pt;margin:0}p{margin:.8mm 0}small{font-size:8.5pt;color:#44544d}.band{height:4mm;background:#8c2f2b}
header{display:flex;gap:8mm;margin-top:4mm}header>div:first-child{flex:1}dl{display:grid;grid-template-columns:repeat(3,1fr);gap:2.5mm 5mm;margin:4mm 0}
dt{font-size:8.5pt}dd{margin:0;font-weight:700}article{display:flex;gap:3mm;padding:2.4mm 0;border-bottom:.5pt solid #9fafa7;break-inside:avoid}
.n{flex:0 0 8mm}.box{display:block;width:5mm;height:5mm;border:.8pt solid;border-radius:.8mm}.t{flex:1}.w{flex:0 0 46mm;font-size:9.5pt}.pair{display:grid;grid-template-columns:1fr 1fr;gap:6mm}
.help{break-inside:avoid;border:1.2pt solid #1c4a7d;border-radius:1.5mm;padding:4mm 5mm;margin-top:8mm}`
}

const rowsOf = ({ size, dark }: { size: number; dark: Uint8Array }): string[] =>
  Array.from({ length: size }, (_, row) => Array.from(dark.subarray(row * size, (row + 1) * size)).join(''))
