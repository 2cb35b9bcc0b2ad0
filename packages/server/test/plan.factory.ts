import { randomBytes } from 'node:crypto'
import { factsSchema, type Facts } from '@kase/shared/facts/facts.schema.ts'
import {
  type taskStructureSchema,
  templateStructureSchema,
  templateTextSchema,
  type Severity,
  type TaskText,
} from '@kase/shared/templates/template.schema.ts'
import type { Pack } from '@kase/templates/load-packs.ts'
import type { z } from 'zod'
import { publishDirectory, publishPack } from '../src/features/catalogue/publish.service.ts'
import { insertOrganisation, openMember, type TestMember } from './organisation.factory.ts'
import type { TestService } from './service.ts'

/** Content, facts and plans for tests: a region of its own with few tasks, so that each test says what it needs. */

type TaskGiven = z.input<typeof taskStructureSchema>

/** Eight tasks that touch every rule: for everyone, by permit, partner's, child's, locked, with a slot, waiting for another. */
export const testTasks: TaskGiven[] = [
  { key: 'identity-code', section: 'registration', assignee: 'worker', due: { anchor: 'arrival', after: { days: 3 } } },
  {
    key: 'bank-account',
    section: 'registration',
    assignee: 'worker',
    due: { anchor: 'arrival', after: { days: 10 } },
    requires: ['identity-code'],
    slot: 'bank',
  },
  {
    key: 'permit',
    section: 'before-arrival',
    assignee: 'worker',
    audience: { fact: 'citizenship', in: ['other'] },
    due: { anchor: 'arrival', before: { months: 2 } },
  },
  { key: 'check-permit', section: 'work', assignee: 'hr', due: { anchor: 'first-day', after: { days: 0 } } },
  {
    key: 'show-around',
    section: 'clubs-and-leisure',
    assignee: 'buddy',
    due: { anchor: 'arrival', after: { days: 5 } },
  },
  {
    key: 'spouse-programme',
    section: 'family-services',
    assignee: 'partner',
    audience: { fact: 'partner', is: true },
    due: { anchor: 'family-arrival', after: { days: 14 } },
  },
  {
    key: 'daycare',
    section: 'family-services',
    assignee: 'child',
    audience: { fact: 'child', from: 0, below: 7 },
    due: { anchor: 'family-arrival', before: { months: 4 } },
  },
  { key: 'rights', section: 'rights-and-help', assignee: 'worker', locked: true },
]

const words = (title: string): TaskText => ({
  title,
  why: `Why: ${title}.`,
  bring: ['Passport'],
  steps: ['Ask {contact} at {employer}.'],
})

interface TestContent {
  /** Key of the one municipality of the region. */
  readonly municipality: string
  readonly advisorTenantId: string
}

interface PackGiven {
  readonly tasks?: TaskGiven[]
  /** English titles that differ from `Do <key>`. */
  readonly titles?: Readonly<Record<string, string>>
  readonly severity?: Severity
}

/** The pack of a region with one municipality, in English and Finnish. Building it anew for a place gives its next version. */
export function buildPack(
  municipality: string,
  { tasks = testTasks, titles = {}, severity = 'substantive' }: PackGiven = {},
): Pack {
  const region = municipality.replace('kunta', 'region')
  return {
    key: region,
    scope: 'region',
    sourceLanguage: 'en',
    publisher: { key: region, name: region },
    region: {
      key: region,
      name: { en: 'Test region' },
      municipalities: [
        {
          key: municipality,
          name: { fi: 'Koekunta', sv: 'Provby' },
          languages: ['fi', 'sv'],
          url: 'https://example.com',
        },
      ],
    },
    changeNote: 'Changed',
    severity,
    structure: templateStructureSchema.parse({ tasks }),
    texts: {
      en: templateTextSchema.parse({
        language: 'en',
        state: 'translated',
        name: 'Test',
        tasks: Object.fromEntries(tasks.map(({ key }) => [key, words(titles[key] ?? `Do ${key}`)])),
      }),
      fi: templateTextSchema.parse({
        language: 'fi',
        state: 'machine',
        name: 'Koe',
        tasks: Object.fromEntries(tasks.map(({ key }) => [key, words(`Tee ${key}`)])),
      }),
    },
    directory: { places: [], missing: [{ slot: 'bank', municipality, ask: 'https://example.com/banks' }] },
  }
}

/** Publishes a region with one municipality and the test tasks, in the name of a new advisor. */
export async function publishTestContent({ owner, deps }: TestService, tasks?: TaskGiven[]): Promise<TestContent> {
  const advisor = await insertOrganisation(owner, { kind: 'advisor' })
  const municipality = `kunta-${randomBytes(4).toString('hex')}`
  const pack = buildPack(municipality, tasks && { tasks })
  await deps.db.withTenant({ tenantId: advisor.tenantId }, async (db) => {
    await publishPack(db, advisor.tenantId, pack)
    await publishDirectory(db, advisor.tenantId, [pack])
  })
  return { municipality, advisorTenantId: advisor.tenantId }
}

type FactsGiven = Partial<Omit<z.input<typeof factsSchema>, 'municipality'>> & { readonly municipality: string }

/** Maria from outside the EU, who arrives on Monday 1 March 2027 with Jose and four-year-old Ana. */
export const buildFacts = (given: FactsGiven): Facts =>
  factsSchema.parse({
    worker: { name: 'Maria Halimbawa', languages: ['fil', 'en'], email: 'maria@example.com' },
    citizenship: 'other',
    permit: 'employed-person',
    stay: 'over-a-year',
    housing: 'employer',
    companions: 'together',
    family: [
      { role: 'partner', name: 'Jose Halimbawa', language: 'fil' },
      { role: 'child', name: 'Ana Halimbawa', age: 4, language: 'fil' },
    ],
    dates: { arrival: '2027-03-01', 'first-day': '2027-03-08', 'family-arrival': '2027-03-01' },
    ...given,
  })

export interface TestPlan extends TestMember {
  readonly planId: string
  readonly municipality: string
  /** Ids by task key. */
  readonly tasks: Readonly<Record<string, string>>
  /** Ids by role. */
  readonly participants: Readonly<Record<'worker' | 'partner' | 'child', string>>
}

interface PlanGiven {
  readonly isDraft?: boolean
  readonly facts?: Partial<FactsGiven>
  readonly tasks?: TaskGiven[]
}

/** A launched plan (a draft on request) of a new employer, as its HR. The clock stands on 1 February 2027. */
export async function openPlan(
  service: TestService,
  { isDraft = false, facts = {}, tasks: content }: PlanGiven = {},
): Promise<TestPlan> {
  service.clock.now = new Date('2027-02-01T08:00:00Z')
  const { municipality } = await publishTestContent(service, content)
  const member = await openMember(service, 'hr')
  const { planId } = await member.caller.plan.create({ facts: buildFacts({ municipality, ...facts }) })
  if (!isDraft) await member.caller.plan.launch({ planId })
  const view = await member.caller.plan.get({ planId, language: 'en' })
  const tasks = Object.fromEntries([...view.tasks, ...view.leftOut].map((task) => [task.key, task.id]))
  const participants = Object.fromEntries(
    view.participants.map((person) => [person.role, person.id]),
  ) as TestPlan['participants']
  return { ...member, planId, municipality, tasks, participants }
}
