import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Reason } from '@kase/shared/facts/audience-rule.ts'
import type { Anchor, Facts } from '@kase/shared/facts/facts.schema.ts'
import type { AnnouncementTexts } from '@kase/shared/announcements/announcement.schema.ts'
import type { LogoType } from '@kase/shared/identity/organisation-logo.schema.ts'
import type { Role } from '@kase/shared/identity/role.policy.ts'
import type { Language, StaffLanguage } from '@kase/shared/locales.ts'
import type { Place } from '@kase/shared/directory/place.schema.ts'
import type {
  BatchFileProblem,
  BatchKind,
  BatchProblem,
  BatchState,
} from '@kase/shared/documents/document-batch.schema.ts'
import type { DeclineReason, StuckReason } from '@kase/shared/plans/stuck.schema.ts'
import type { Municipality as SharedMunicipality, Region as SharedRegion } from '@kase/shared/regions/region.schema.ts'
import type {
  Assignee,
  LinkTarget,
  Scope,
  SectionKey,
  Severity,
  TaskStructure,
  TemplateStructure,
  TemplateText,
} from '@kase/shared/templates/template.schema.ts'
import type { Origin } from '@kase/shared/templates/layers.ts'
import type * as generated from './generated.ts'

/**
 * The tables as Kysely sees them: the generated columns, with what the generator cannot know put right (what stands in a
 * jsonb column, which words a text column may hold). `generated.ts` is verified against the migrations by a test.
 */

type Typed<Table, Columns extends Partial<Record<keyof Table, unknown>>> = Omit<Table, keyof Columns> & Columns
type Json<T extends object> = JSONColumnType<T>
type JsonDefault<T extends object> = ColumnType<T, string | undefined, string>
type Moment = ColumnType<Date, Date | string | undefined, Date | string>

/** Why a task is in a plan or is not: the answer of its audience rule. */
export interface StoredVerdict {
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly reasons: readonly Reason[]
}

export type PlanState = 'draft' | 'launched' | 'finished'
export type MailState = 'queued' | 'sent' | 'failed'

/** One file of a batch: whose document, how it is set, and its name in the archive without an ending. */
export interface StoredBatchFile {
  readonly name: string
  readonly planId: string
  readonly participantId: string
  readonly kind: BatchKind
  readonly language: Language
  readonly official?: 'fi' | 'sv'
}

export interface StoredBatchFailure {
  readonly name: string
  readonly reason: BatchFileProblem
}

export interface DB {
  organisation: Typed<generated.Organisation, { kind: 'employer' | 'advisor'; language: Generated<StaffLanguage> }>
  organisationLogo: Typed<generated.OrganisationLogo, { type: LogoType; setAt: Generated<Date> }>
  member: Typed<generated.Member, { role: Role }>
  invitation: Typed<generated.Invitation, { role: Role }>
  auditEntry: Typed<
    generated.AuditEntry,
    { id: Generated<number>; actorKind: ActorKind; detail: JsonDefault<Record<string, unknown>> }
  >
  mail: Typed<
    generated.Mail,
    { state: Generated<MailState>; language: Language; payload: JsonDefault<Record<string, unknown>> }
  >
  region: Typed<generated.Region, { name: Json<SharedRegion['name']> }>
  municipality: Typed<generated.Municipality, { name: Json<SharedMunicipality['name']>; languages: ('fi' | 'sv')[] }>
  place: Typed<generated.Place, { content: Json<Place> }>
  missingPlace: Typed<generated.MissingPlace, { ask: ColumnType<LinkTarget, string, string> }>
  template: Typed<generated.Template, { scope: Scope; sourceLanguage: Language }>
  templateVersion: Typed<
    generated.TemplateVersion,
    { structure: Json<TemplateStructure>; severity: Severity; publishedAt: Moment }
  >
  templateText: Typed<generated.TemplateText, { language: Language; content: Json<TemplateText> }>
  plan: Typed<
    generated.Plan,
    { state: Generated<PlanState>; facts: Json<Facts>; layers: Json<Origin[]>; startsOn: string | null }
  >
  participant: Typed<generated.Participant, { role: 'worker' | 'partner' | 'child'; language: Language }>
  planTask: Typed<
    generated.PlanTask,
    {
      definition: Json<TaskStructure>
      section: SectionKey
      assignee: Assignee
      inclusion: 'rule' | 'person'
      verdict: Json<StoredVerdict>
      waitsFor: Anchor | null
      dueOn: string | null
      rolledFrom: string | null
    }
  >
  taskTick: generated.TaskTick
  shareLink: generated.ShareLink
  taskDecline: Typed<generated.TaskDecline, { reason: DeclineReason }>
  helpRequest: Typed<generated.HelpRequest, { reason: StuckReason | null; language: Language }>
  advisorQuestion: Typed<generated.AdvisorQuestion, { reason: StuckReason | null; language: Language }>
  announcement: Typed<
    generated.Announcement,
    { sourceLanguage: Language; texts: Json<AnnouncementTexts>; publishedAt: Moment; endsAt: Moment }
  >
  announcementDismissal: generated.AnnouncementDismissal
  documentBatch: Typed<
    generated.DocumentBatch,
    {
      state: Generated<BatchState>
      files: Json<StoredBatchFile[]>
      kinds: BatchKind[]
      languages: Language[]
      failures: ColumnType<StoredBatchFailure[], string | undefined, string>
      problem: BatchProblem | null
    }
  >
  documentBatchPlan: generated.DocumentBatchPlan
  documentBatchChunk: generated.DocumentBatchChunk
  planEvent: Typed<
    generated.PlanEvent,
    { id: Generated<number>; actorKind: ActorKind; detail: JsonDefault<Record<string, unknown>> }
  >
}

export type ActorKind = 'member' | 'participant' | 'system'
