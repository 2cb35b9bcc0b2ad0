/**
 * What a printed document is made of: everything already resolved (texts, dates, names, addresses of the links), nothing
 * looked up. Plain data, so that it crosses into a worker thread and hashes to the name of the finished file.
 */
import type { Language, StaffLanguage } from '@kase/shared/locales.ts'
import type { RichText } from '@kase/shared/text/rich-text.ts'

/** `2027-01-11`, a day in Finland. */
export type IsoDay = string
/** `2027-01-11T08:00:00Z`, an instant; printed in Finnish time. */
export type IsoInstant = string
/** The languages in which Finnish offices have names, signs and clerks. */
export type OfficialLanguage = 'fi' | 'sv'

/** A text as it will be shown to the readers of one language. */
export interface LocalText<T> {
  /** The language the text is really in. When it is not the reader's, the document marks it as standing in. */
  readonly language: Language
  readonly text: T
  /** `machine`: translated by a machine and vouched for by nobody yet; the document says so. */
  readonly mark?: 'machine'
}

/**
 * A text for each reading language of the document. A language without an entry is shown in the first language of its
 * fallback chain that has one (else in any that has), and marked: a missing translation is never dropped.
 */
export type Localized<T> = Readonly<Partial<Record<Language, LocalText<T>>>>

/** A name as it stands on the door, the form or the map; never translated. */
export interface OfficialName {
  readonly language: OfficialLanguage
  readonly name: string
}

export interface Employer {
  readonly name: string
  /** `#rrggbb`; its contrast is corrected before use. Without one the document uses its own green. */
  readonly colour?: string
  /** The bytes of a PNG, JPEG or SVG file, within the limits of `logo.ts`. */
  readonly logo?: { readonly type: 'png' | 'jpeg' | 'svg'; readonly data: Uint8Array }
}

export interface Participant {
  /** In any script, as the participant writes it. */
  readonly name: string
  /** What the greeting calls them; the whole name when absent. */
  readonly givenName?: string
}

/** The facts at the head of the first page; what is absent is not printed. */
export interface PlanFacts {
  readonly contact?: { readonly name: string; readonly phone?: string }
  readonly arrivesOn?: IsoDay
  readonly startsOn?: IsoDay
  readonly municipality?: string
}

export interface TaskTime {
  /** `deadline`: by this day. `appointment`: on this day. `any`: whenever it suits; then there is no `day`. */
  readonly kind: 'deadline' | 'appointment' | 'any'
  readonly day?: IsoDay
  /** `08:00`, Finnish time. */
  readonly time?: string
  /** The day the rule gave, when it fell on a day off and was moved to `day`. */
  readonly rolledFrom?: IsoDay
}

export interface Place {
  /** The sign on the door, line by line; printed as a plate. */
  readonly sign: OfficialName & { readonly unit?: string; readonly address?: string; readonly hours?: string }
  /** What the place is, in words of the reader. */
  readonly about?: Localized<string>
  readonly hours?: Localized<string>
  readonly phone?: string
  readonly url?: string
}

export interface PlanTask {
  /** Runs through the whole plan; the same on paper, on the phone and in both columns. */
  readonly number: number
  readonly title: Localized<string>
  /** The official name of the thing itself (a form, an office), shown as a plate beside the title. */
  readonly officialName?: OfficialName
  readonly when: TaskTime
  /** Numbers of the tasks that must be done first. */
  readonly waitsFor: readonly number[]
  readonly body?: Localized<RichText>
  readonly steps: readonly Localized<RichText>[]
  readonly why?: Localized<RichText>
  readonly bring: readonly Localized<RichText>[]
  readonly place?: Place
  readonly done?: { readonly on?: IsoDay }
  /** Address of the live task; absent, there is no QR code (the pocket and drafts may have none). */
  readonly url?: string
}

export interface PlanSection {
  readonly title: Localized<string>
  readonly tasks: readonly PlanTask[]
}

export interface RightsAndHelp {
  readonly emergency: readonly { readonly number: string; readonly about: Localized<string> }[]
  /** What everyone must know; the first words may be strong. */
  readonly statements: readonly Localized<RichText>[]
  readonly helpers: readonly {
    readonly name: Localized<string>
    readonly about?: Localized<RichText>
    readonly phone?: string
    readonly url?: string
  }[]
  /** Where a question to the region's advisor is asked, out of the employer's sight. */
  readonly advisorUrl?: string
  readonly checkedOn?: IsoDay
}

/** One line of the record: what was told, which version, in which language, when it was opened and acknowledged. */
export interface RecordEntry {
  readonly number: number
  readonly title: Localized<string>
  readonly version: string
  readonly language: Language
  readonly toldAt?: IsoInstant
  readonly openedAt?: IsoInstant
  readonly acknowledgedAt?: IsoInstant
}

interface DocumentHead {
  readonly employer: Employer
  readonly participant: Participant
  readonly madeOn: IsoDay
}

/** The plan itself, shared by every kind that prints tasks. */
export interface PlanContent extends DocumentHead {
  readonly facts: PlanFacts
  /** The participant's link and the last day it works; the big QR code of the first page. */
  readonly link?: { readonly url: string; readonly until?: IsoDay }
  readonly sections: readonly PlanSection[]
  readonly rightsAndHelp: RightsAndHelp
}

/** One language. */
export interface OneLanguagePlan extends PlanContent {
  readonly kind: 'plan'
  readonly language: Language
}

/** The participant's language and an official one in two columns, task beside task. */
export interface SideBySidePlan extends PlanContent {
  readonly kind: 'side-by-side'
  readonly language: Language
  readonly official: OfficialLanguage
}

/** Whole plans in several languages, one after another in one file. */
export interface SeveralLanguagesPlan extends PlanContent {
  readonly kind: 'several'
  readonly languages: readonly [Language, ...Language[]]
}

/** One A4 folded to eight pocket pages: the first week and the phone numbers. */
export interface PocketPlan extends PlanContent {
  readonly kind: 'pocket'
  readonly language: Language
  /** The day the first week begins; `facts.startsOn` or the first dated open task when absent. */
  readonly weekFrom?: IsoDay
}

/** Evidence for the employer: entries in the order given. */
export interface PlanRecord extends DocumentHead {
  readonly kind: 'record'
  readonly language: StaffLanguage
  readonly entries: readonly RecordEntry[]
}

export type PlanDocument = OneLanguagePlan | SideBySidePlan | SeveralLanguagesPlan | PocketPlan | PlanRecord
