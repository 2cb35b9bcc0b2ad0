import { z } from 'zod'
import { civilDateSchema } from '../calendar/civil-date.ts'
import { dueRuleSchema } from '../calendar/due-rule.ts'
import { audienceRuleSchema } from '../facts/audience-rule.ts'
import { languageSchema } from '../facts/facts.schema.ts'
import { emailSchema, keySchema, phoneSchema, urlSchema } from '../text/text.schema.ts'

/**
 * What a template version holds: structure apart from text, one text per language. The pack files of `@kase/templates` have
 * exactly these shapes, and so do the rows of a published version.
 */

export const sections = [
  'before-arrival',
  'registration',
  'housing',
  'family-services',
  'work',
  'health',
  'language',
  'clubs-and-leisure',
  'everyday-life',
  'rights-and-help',
] as const
export type SectionKey = (typeof sections)[number]

/** Who does a task. `village` stands for neighbours and clubs; the employer's HR keeps an eye on it. */
export const assignees = ['worker', 'partner', 'child', 'hr', 'buddy', 'village'] as const
export type Assignee = (typeof assignees)[number]

export const scopes = ['country', 'region', 'municipality', 'employer'] as const
export type Scope = (typeof scopes)[number]

export const severities = ['editorial', 'substantive', 'urgent'] as const
export type Severity = (typeof severities)[number]

/** A name that stands on doors and forms, in the languages of the country. */
export const officialNameSchema = z.strictObject({ fi: z.string().min(1).optional(), sv: z.string().min(1).optional() })

/** A web address, one for all readers or one for each language that the site has (`en` where a reader's is missing). */
export const linkTargetSchema = z.union([urlSchema, z.partialRecord(languageSchema, urlSchema)])
export type LinkTarget = z.infer<typeof linkTargetSchema>

/** The fields that a lower layer may override, without defaults: a field that a patch does not name keeps its value. */
const patchableFields = {
  section: z.enum(sections),
  assignee: z.enum(assignees),
  audience: audienceRuleSchema,
  /** Absent: the task has no date of its own. */
  due: dueRuleSchema.optional(),
  /** Keys of tasks that must be done first. */
  requires: z.array(keySchema),
  /** A gap that the directory fills by the plan's municipality. */
  slot: keySchema.optional(),
  /** A fixed place of the directory, the same for everyone. */
  place: keySchema.optional(),
  /** What the task, office or form is called on the door, in Finnish and Swedish. */
  official: officialNameSchema.optional(),
  /** Addresses that the text may link to as `[words](link:key)`; the first is the official page of the task. */
  links: z.record(keySchema, linkTargetSchema),
  essential: z.boolean(),
  /** The reader is asked to say "I have read and understood". */
  acknowledge: z.boolean(),
  /** Keys of the sources that carry the task's statements. */
  sources: z.array(keySchema),
}

export const taskStructureSchema = z.strictObject({
  key: keySchema,
  ...patchableFields,
  audience: patchableFields.audience.default('everyone'),
  requires: patchableFields.requires.default([]),
  links: patchableFields.links.default({}),
  essential: patchableFields.essential.default(false),
  acknowledge: patchableFields.acknowledge.default(false),
  sources: patchableFields.sources.default([]),
  /** A lower layer can neither hide nor change it: workers' rights and help channels. */
  locked: z.boolean().default(false),
})
export type TaskStructure = z.infer<typeof taskStructureSchema>

/** A lower layer's change to a task of an upper one: named fields, or out of sight. */
export const taskPatchSchema = z.union([
  z.strictObject({ key: keySchema, hide: z.literal(true) }),
  z.strictObject({ key: keySchema, override: z.strictObject(patchableFields).partial() }),
])
export type TaskPatch = z.infer<typeof taskPatchSchema>

/** Markdown of the closed set, links as `[words](link:key)`, with the placeholders of `text/placeholder.ts`. */
const markdownSchema = z.string().trim().min(1).max(4000)

export const taskTextSchema = z.strictObject({
  title: z.string().trim().min(1).max(160),
  why: markdownSchema.optional(),
  bring: z.array(markdownSchema).optional(),
  steps: z.array(markdownSchema).optional(),
})
export type TaskText = z.infer<typeof taskTextSchema>
export const taskTextFields = ['title', 'why', 'bring', 'steps'] as const

/** How far a text may be trusted. Nothing is `reviewed` unless a person has read it. */
export const unitStates = ['machine', 'translated', 'reviewed'] as const
export type UnitState = (typeof unitStates)[number]

export const sourceSchema = z.strictObject({
  /** Name of the page or document, in its own language. */
  title: z.string().min(1),
  url: urlSchema.optional(),
  /** Mark of the fact sheet (S seed document, P page): only these two may be stated. */
  mark: z.enum(['S', 'P']),
  checkedOn: civilDateSchema,
  reviewBy: civilDateSchema,
})
export type Source = z.infer<typeof sourceSchema>

/** An amount, floor, fee or period: kept apart from the text so that one change reaches every language. */
export const figureSchema = z.strictObject({
  value: z.union([z.number(), z.strictObject({ from: z.number(), to: z.number() })]),
  unit: z.enum([
    'number',
    'eur',
    'eur-per-month',
    'eur-per-day',
    'percent',
    'hour',
    'day',
    'week',
    'month',
    'year',
    'age',
    'clock',
  ]),
  source: keySchema,
  validFrom: civilDateSchema.optional(),
  validUntil: civilDateSchema.optional(),
})
export type Figure = z.infer<typeof figureSchema>

export const namedPhoneSchema = z.strictObject({ number: phoneSchema, source: keySchema })

/** The rights-and-help block: it stands on every worker page and PDF, and no employer can remove it. */
export const helpSchema = z.strictObject({
  numbers: z.array(z.strictObject({ key: keySchema, phone: phoneSchema, source: keySchema })).default([]),
  points: z.array(z.strictObject({ key: keySchema, sources: z.array(keySchema).default([]) })).default([]),
  helpers: z
    .array(
      z.strictObject({
        key: keySchema,
        official: officialNameSchema,
        phone: phoneSchema.optional(),
        email: emailSchema.optional(),
        url: linkTargetSchema.optional(),
        source: keySchema.optional(),
      }),
    )
    .default([]),
})
export type Help = z.infer<typeof helpSchema>

export const helpTextSchema = z.strictObject({
  /** What to call the number for. */
  numbers: z.record(keySchema, z.string().min(1)).default({}),
  points: z.record(keySchema, markdownSchema).default({}),
  /** What the helper does, in a sentence. */
  helpers: z.record(keySchema, markdownSchema).default({}),
})

/** Names of official terms: what `{term:key}` shows beside the reader's own word. */
export const termSchema = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1).optional() })

export const templateStructureSchema = z.strictObject({
  tasks: z.array(taskStructureSchema),
  patches: z.array(taskPatchSchema).default([]),
  help: helpSchema.default({ numbers: [], points: [], helpers: [] }),
  sources: z.record(keySchema, sourceSchema).default({}),
  figures: z.record(keySchema, figureSchema).default({}),
  phones: z.record(keySchema, namedPhoneSchema).default({}),
  terms: z.record(keySchema, termSchema).default({}),
})
export type TemplateStructure = z.infer<typeof templateStructureSchema>

/** All texts of a template version in one language. */
export const templateTextSchema = z.strictObject({
  language: languageSchema,
  /** State of every unit of the file that `states` does not name. */
  state: z.enum(unitStates),
  states: z.record(keySchema, z.enum(unitStates)).default({}),
  name: z.string().min(1),
  tasks: z.record(keySchema, taskTextSchema).default({}),
  /** Words for the slots: "the service desk of the municipality". */
  slots: z.record(keySchema, z.string().min(1)).default({}),
  /** The reader's own word for each term. */
  terms: z.record(keySchema, z.string().min(1)).default({}),
  help: helpTextSchema.default({ numbers: {}, points: {}, helpers: {} }),
})
export type TemplateText = z.infer<typeof templateTextSchema>
