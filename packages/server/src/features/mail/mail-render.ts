import { directionOf } from '@kase/shared/locales.ts'
import type { Inline, RichText } from '@kase/shared/text/rich-text.ts'
import type { MailMessage } from './mail-message.ts'

/** A message as HTML and as plain text. Everything is escaped; values are isolated from the direction of the text around them. */

const styles = {
  body: 'margin:0;padding:24px 16px;background:#f4f6f5;color:#16282c;font:16px/1.5 system-ui,sans-serif',
  sheet: 'max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px',
  button:
    'display:inline-block;padding:12px 20px;background:#0b5563;color:#ffffff;border-radius:6px;font-weight:600;text-decoration:none',
  small: 'font-size:13px;color:#4a5a5e',
}

export function renderMailHtml({ language, subject, before, action, after, linkHint, footer }: MailMessage): string {
  const href = escapeHtml(action.href)
  const reading = `lang="${language}" dir="${directionOf(language)}"`
  // Several mail programs drop <html>: language and direction stand on the sheet too.
  return `<!doctype html>
<html ${reading}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="${styles.body}">
<div ${reading} style="${styles.sheet}">
${htmlOf(before)}
<p><a href="${href}" style="${styles.button}">${escapeHtml(action.label)}</a></p>
${htmlOf(after)}
<p style="${styles.small}">${escapeHtml(linkHint)}<br><a href="${href}" dir="ltr">${href}</a></p>
${footer.map((line) => `<p style="${styles.small}">${escapeHtml(line)}</p>`).join('\n')}
</div>
</body>
</html>
`
}

const htmlOf = (text: RichText): string =>
  text
    .map((block) =>
      block.type === 'paragraph'
        ? `<p>${inlineHtml(block.children)}</p>`
        : `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</ul>`,
    )
    .join('\n')

const inlineHtml = (inlines: readonly Inline[]): string => inlines.map(pieceHtml).join('')

function pieceHtml(piece: Inline): string {
  switch (piece.type) {
    case 'text':
      return escapeHtml(piece.value)
    case 'value':
      return `<bdi>${escapeHtml(piece.value)}</bdi>`
    case 'strong':
      return `<strong>${inlineHtml(piece.children)}</strong>`
    case 'link':
      return `<a href="${escapeHtml(piece.href)}">${inlineHtml(piece.children)}</a>`
  }
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

export function renderMailText({ language, before, action, after, footer }: MailMessage): string {
  const isRightToLeft = directionOf(language) === 'rtl'
  const parts = [
    blocksText(before, isRightToLeft),
    `${action.label}:\n${action.href}`,
    blocksText(after, isRightToLeft),
    `-- \n${footer.join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

const blocksText = (text: RichText, isRightToLeft: boolean): string =>
  text
    .map((block) =>
      block.type === 'paragraph'
        ? inlineText(block.children, isRightToLeft)
        : block.items.map((item) => `- ${inlineText(item, isRightToLeft)}`).join('\n'),
    )
    .join('\n\n')

const inlineText = (inlines: readonly Inline[], isRightToLeft: boolean): string =>
  inlines.map((piece) => pieceText(piece, isRightToLeft)).join('')

/** Hebrew, Arabic and their neighbours. */
const rightToLeft = /[\u0590-\u08ff]/u

function pieceText(piece: Inline, isRightToLeft: boolean): string {
  switch (piece.type) {
    case 'text':
      return piece.value
    case 'value':
      // FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE: the <bdi> of plain text.
      return isRightToLeft || rightToLeft.test(piece.value) ? `\u2068${piece.value}\u2069` : piece.value
    case 'strong':
      return inlineText(piece.children, isRightToLeft)
    case 'link':
      return `${inlineText(piece.children, isRightToLeft)} (${piece.href})`
  }
}
