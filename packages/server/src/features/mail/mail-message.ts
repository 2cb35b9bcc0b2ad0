import { finnishDay } from '@kase/shared/calendar/civil-date.ts'
import { staffMail, workerMail, type MailLayout, type MailText } from '@kase/shared/i18n/mail/mail-texts.ts'
import type { Role } from '@kase/shared/identity/role.policy.ts'
import { isStaffLanguage, pickLanguage, type Language, type StaffLanguage } from '@kase/shared/locales.ts'
import { formatDay } from '@kase/shared/text/format-date.ts'
import { parseMarkdown, type OpenInline } from '@kase/shared/text/markdown.ts'
import { plainText, type Inline, type RichText } from '@kase/shared/text/rich-text.ts'

/** What a message says, before it is HTML or plain text. Values are filled into the parsed tree: they can never become markup. */

/** What the row of each template carries. The token of its link is the row's secret. */
export interface MailPayloads {
  'password-reset': { readonly name: string }
  invitation: {
    readonly organisation: string
    readonly inviter: string
    readonly role: Role
    /** When the link ends: ISO 8601. */
    readonly expiresAt: string
  }
  'share-link': {
    readonly name: string
    readonly employer: string
    /** When the link ends: ISO 8601. */
    readonly expiresAt: string
    /** Whom the reader may ask: a name, with a phone number or an address as the employer gave it. */
    readonly contact?: string | undefined
    readonly contactEmail?: string | undefined
  }
}
export type MailTemplate = keyof MailPayloads

export interface MailMessage {
  /** The language it came out in: the reader's own, else the nearest in which the template exists. */
  readonly language: Language
  readonly subject: string
  readonly before: RichText
  readonly action: { readonly label: string; readonly href: string }
  readonly after: RichText
  readonly linkHint: string
  readonly footer: readonly string[]
  readonly replyTo?: string | undefined
}

interface Source {
  readonly publicUrl: string
  readonly language: Language
  /** The token of the link that the message carries. */
  readonly token: string
}

type Compose<T extends MailTemplate> = (source: Source, payload: MailPayloads[T]) => MailMessage

const composers: { readonly [T in MailTemplate]: Compose<T> } = {
  'password-reset': ({ publicUrl, language, token }, { name }) => {
    const staff = staffLanguageOf(language)
    const { layout, 'password-reset': text } = staffMail[staff]
    return build({ language: staff, layout, text, href: `${publicUrl}/reset-password/${token}` }, { name })
  },
  invitation: ({ publicUrl, language, token }, { organisation, inviter, role, expiresAt }) => {
    const staff = staffLanguageOf(language)
    const { layout, invitation: text, roles } = staffMail[staff]
    const values = { organisation, inviter, role: roles[role], date: dayOf(expiresAt, staff) }
    return build({ language: staff, layout, text, href: `${publicUrl}/invitation/${token}` }, values)
  },
  'share-link': ({ publicUrl, language: wanted, token }, { name, employer, expiresAt, contact, contactEmail }) => {
    const language = pickLanguage(wanted, (candidate) => candidate in workerMail) ?? 'en'
    const mail = workerMail[language] ?? workerMail.en
    const text = mail['share-link']
    const after = contact === undefined ? text.after : `${text.after}\n\n${text.contact}`
    const values = { name, employer, date: dayOf(expiresAt, language), contact: contact ?? '' }
    return {
      ...build({ language, layout: mail.layout, text: { ...text, after }, href: `${publicUrl}/p/${token}` }, values),
      replyTo: contactEmail,
    }
  },
}

/** Composes the message of an outbox row. */
export const composeMail = <T extends MailTemplate>(
  template: T,
  payload: MailPayloads[T],
  source: Source,
): MailMessage => composers[template](source, payload)

const staffLanguageOf = (language: Language): StaffLanguage => {
  const picked = pickLanguage(language, isStaffLanguage)
  return picked && isStaffLanguage(picked) ? picked : 'en'
}

const dayOf = (moment: string, language: Language): string =>
  formatDay(finnishDay(new Date(moment)), language, { year: true })

interface Parts {
  readonly language: Language
  readonly layout: MailLayout
  readonly text: MailText
  readonly href: string
}
type Values = Readonly<Record<string, string>>

function build({ language, layout, text, href }: Parts, values: Values): MailMessage {
  return {
    language,
    subject: plainText(fill(text.subject, values)),
    before: fill(text.body, values),
    action: { label: text.action, href },
    after: fill(text.after, values),
    linkHint: layout.linkHint,
    footer: layout.machine === undefined ? [layout.sentBy] : [layout.machine, layout.sentBy],
  }
}

function fill(markdown: string, values: Values): RichText {
  return parseMarkdown(markdown).map((block) =>
    block.type === 'paragraph'
      ? { type: 'paragraph', children: block.children.flatMap((inline) => fillInline(inline, values)) }
      : { type: 'list', items: block.items.map((item) => item.flatMap((inline) => fillInline(inline, values))) },
  )
}

function fillInline(inline: OpenInline, values: Values): Inline[] {
  switch (inline.type) {
    case 'text':
      return fillWords(inline.value, values)
    case 'placeholder':
      return fillWords(inline.source, values)
    case 'strong':
      return [{ type: 'strong', children: inline.children.flatMap((child) => fillInline(child, values)) }]
    case 'link':
      return inline.children.flatMap((child) => fillInline(child, values))
  }
}

const fillWords = (words: string, values: Values): Inline[] =>
  words
    .split(/(\{[a-z]+\})/i)
    .filter((piece) => piece !== '')
    .map((piece): Inline => {
      const value = /^\{([a-z]+)\}$/i.exec(piece)?.[1]
      const filled = value === undefined ? undefined : values[value]
      return filled === undefined ? { type: 'text', value: piece } : { type: 'value', kind: 'name', value: filled }
    })
