import { addDays, type CivilDate } from '@kase/shared/calendar/civil-date.ts'
import type { Anchor, Facts } from '@kase/shared/facts/facts.schema.ts'
import type { Role } from '@kase/shared/identity/role.policy.ts'
import type { StaffLanguage } from '@kase/shared/locales.ts'
import type { DemoMessages } from './demo-messages.ts'

/**
 * The demo's organisations and arrivals. Everybody is invented: the surnames mean "example" or "model" in their languages. Dates
 * are told in days from today, so that the demo never grows old.
 */

export interface DemoArrival {
  /** Days from today on which the plan was made. */
  readonly made: number
  readonly state: 'draft' | 'launched' | 'finished'
  readonly facts: Omit<Facts, 'dates' | 'municipality' | 'family'> & {
    readonly municipality?: string
    readonly family: readonly Partial<Facts['family'][number]>[]
  }
  /** Days from today. */
  readonly dates: Partial<Record<Anchor, number>>
  /** What share of the tasks that were due is done, and by whom the page has been opened. */
  readonly doneShare: number
  readonly isOpened: boolean
  readonly says?: DemoMessages
}

export interface DemoEmployer {
  readonly name: string
  readonly language: StaffLanguage
  readonly municipality: string
  readonly sector: Facts['sector']
  readonly brandColour: string
  readonly contactPhone: string
  readonly people: readonly { readonly name: string; readonly email: string; readonly role: Role }[]
  readonly arrivals: readonly DemoArrival[]
}

const worker = (name: string, languages: Facts['worker']['languages'], job: string): Facts['worker'] => ({
  name,
  languages,
  job,
  email: `${
    name
      .split(' ')[0]
      ?.toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z]/g, '') ?? 'worker'
  }@example.com`,
})

const employed = {
  citizenship: 'other',
  permit: 'employed-person',
  stay: 'over-a-year',
  companions: 'nobody',
  family: [],
} as const
const seasonal = {
  citizenship: 'other',
  permit: 'seasonal',
  stay: '6-to-12-months',
  housing: 'employer',
  sector: 'greenhouse',
  companions: 'nobody',
  family: [],
} as const
const season = {
  made: -30,
  state: 'launched',
  dates: { contract: -40, arrival: 12, 'first-day': 14 },
  doneShare: 1,
  isOpened: true,
} as const

export const demoEmployers: readonly DemoEmployer[] = [
  {
    name: 'Esimerkkihirsi Oy',
    language: 'fi',
    municipality: 'veteli',
    sector: 'wood',
    brandColour: '#7a1f2b',
    contactPhone: '+358 40 123 4567',
    people: [
      { name: 'Hanna Malli', email: 'hanna@esimerkkihirsi.example', role: 'owner' },
      { name: 'Heikki Esimerkki', email: 'heikki@esimerkkihirsi.example', role: 'hr' },
      { name: 'Pekka Näyte', email: 'pekka@esimerkkihirsi.example', role: 'buddy' },
    ],
    arrivals: [
      {
        made: -6,
        state: 'launched',
        facts: {
          ...employed,
          worker: worker('Maria Halimbawa', ['fil', 'en'], 'Log carpenter'),
          housing: 'employer',
          sector: 'wood',
          companions: 'together',
          family: [
            { role: 'partner', name: 'Jose Halimbawa', language: 'fil', email: 'jose@example.com' },
            { role: 'child', name: 'Ana Halimbawa', age: 4, language: 'fil' },
          ],
        },
        dates: {
          contract: -20,
          'permit-decision': -8,
          arrival: 35,
          'move-in': 35,
          'first-day': 42,
          'family-arrival': 35,
        },
        doneShare: 1,
        isOpened: true,
        says: {
          toEmployer: {
            task: 'driving-licence',
            reason: 'unclear',
            body: 'Kailangan ko ba ng lisensya sa pagmamaneho para sa trabaho? May lisensya ako mula sa Pilipinas.',
          },
          declines: { task: 'try-folk-music', reason: 'not-needed' },
        },
      },
      {
        made: -45,
        state: 'launched',
        facts: {
          ...employed,
          permit: 'temporary-protection',
          worker: worker('Olena Pryklad', ['uk', 'en'], 'Surface finisher'),
          housing: 'rental',
          sector: 'wood',
          companions: 'together',
          family: [{ role: 'child', name: 'Solomiia Pryklad', age: 9, language: 'uk' }],
        },
        dates: { contract: -40, arrival: -10, 'move-in': -10, 'first-day': -9, 'family-arrival': -10 },
        doneShare: 0.96,
        isOpened: true,
        says: {
          toAdvisor: {
            task: 'municipality-of-residence',
            reason: 'refused',
            body: 'Мені сказали показати договір оренди, але договір підписав роботодавець. Який документ мені взяти?',
          },
        },
      },
      {
        made: -1,
        state: 'draft',
        facts: {
          ...employed,
          worker: worker('Lan Ví Dụ', ['vi', 'en'], 'Log carpenter'),
          housing: 'searching',
          sector: 'wood',
        },
        dates: { contract: -3, arrival: 62, 'first-day': 66 },
        doneShare: 0,
        isOpened: false,
      },
      {
        made: -150,
        state: 'finished',
        facts: {
          ...employed,
          citizenship: 'eu',
          permit: 'not-needed',
          worker: worker('Ana Exemplu', ['ro', 'en'], 'CNC operator'),
          housing: 'rental',
          sector: 'wood',
        },
        dates: { contract: -140, arrival: -112, 'move-in': -112, 'first-day': -110 },
        doneShare: 1,
        isOpened: true,
      },
    ],
  },
  {
    name: 'Exempelväxthus Ab',
    language: 'sv',
    municipality: 'narpio',
    sector: 'greenhouse',
    brandColour: '#1f6b3a',
    contactPhone: '+358 40 765 4321',
    people: [
      { name: 'Märta Modell', email: 'marta@exempelvaxthus.example', role: 'owner' },
      { name: 'Nils Prov', email: 'nils@exempelvaxthus.example', role: 'hr' },
    ],
    arrivals: [
      { ...season, facts: { ...seasonal, worker: worker('Somchai Tuayang', ['th', 'en'], 'Greenhouse worker') } },
      {
        ...season,
        facts: { ...seasonal, worker: worker('Bishal Udaharan', ['ne', 'en'], 'Greenhouse worker') },
        says: { toAdvisor: { reason: null, body: 'मेरो तलबबाट कोठाको भाडा कति काट्न पाइन्छ?' } },
      },
      {
        ...season,
        facts: { ...seasonal, worker: worker('Karim Mithal', ['ar', 'en'], 'Greenhouse worker') },
        isOpened: false,
        doneShare: 0,
      },
      {
        ...season,
        facts: { ...seasonal, worker: worker('Nga Ví Dụ', ['vi', 'en'], 'Greenhouse worker') },
        says: {
          toEmployer: {
            task: 'tax-card',
            reason: 'document',
            body: 'Tôi chưa có mã số cá nhân. Tôi lấy thẻ thuế bằng cách nào?',
          },
          declines: { task: 'swim-and-train-in-narpes', reason: 'not-needed' },
        },
      },
    ],
  },
]

/** The facts of an arrival as the form would have sent them. */
export function factsOf({ facts, dates }: DemoArrival, employer: DemoEmployer, today: CivilDate): unknown {
  return {
    ...facts,
    municipality: facts.municipality ?? employer.municipality,
    dates: Object.fromEntries(Object.entries(dates).map(([anchor, days]) => [anchor, addDays(today, days)])),
  }
}
