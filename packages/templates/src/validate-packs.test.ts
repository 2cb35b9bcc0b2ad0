import { expect, test } from 'vitest'
import { assemblePack } from './load-pack.ts'
import { formatProblem } from './problem.ts'
import { validatePacks } from './validate-packs.ts'

/** A whole small pack without a fault, file by file. */
const soundFiles = {
  'pack.yaml': `key: little
scope: region
sourceLanguage: fi
publisher: { key: advisor, name: Neuvoja }
region:
  key: little
  name: { fi: Pikkuseutu }
  municipalities:
    - { key: kyla, name: { fi: Kylä }, languages: [fi], url: https://example.org }
changeNote: First version.
severity: editorial
`,
  'tasks/registration.yaml': `- key: code
  section: registration
  assignee: worker
  slot: desk
  links: { code: https://example.org/code }
- key: card
  section: registration
  assignee: worker
  requires: [code]
  sources: [p1-page]
`,
  'facts.yaml': `sources:
  p1-page: { title: Page, mark: P, checkedOn: 2026-11-01, reviewBy: 2027-11-01 }
figures:
  card-days: { value: 14, unit: day, source: p1-page }
terms:
  tax-card: { fi: verokortti, sv: skattekort }
`,
  'places.yaml': `places:
  - key: town-hall
    kind: office
    name: { fi: Kunnantalo }
    slots: [desk]
    source: p1-page
    checkedOn: 2026-11-01
    reviewBy: 2027-11-01
`,
  'text/fi.yaml': `language: fi
state: machine
name: Pikkuseutu
tasks:
  code:
    title: Hanki henkilötunnus
    why: Tunnus avaa muut palvelut, kuten pankkitilin ja verkkopalvelut.
    steps:
      - Varaa aika palvelupisteeseen ja ota passi mukaan. Katso [ohje](link:code).
      - Kysy neuvoa, jos et ymmärrä kaikkea.
  card:
    title: Tilaa verokortti
    why: Ilman verokorttia palkasta menee paljon veroa, joten hoida asia heti.
    steps:
      - Tilaa verokortti {figure:card-days|number} päivän kuluessa ja anna se työnantajalle.
slots: { desk: Palvelupiste }
terms: { tax-card: verokortti }
`,
  'text/en.yaml': `language: en
state: machine
name: Little region
tasks:
  code:
    title: Get a personal identity code
    why: The code opens the other services, such as a bank account and online services.
    steps:
      - Book a time at the service point and bring your passport. See the [instructions](link:code).
      - Ask for advice if you do not understand everything.
  card:
    title: Order a tax card
    why: Without a tax card you pay much tax on your pay, so see to it at once.
    steps:
      - Order the {term:tax-card|tax card} within {figure:card-days|number} days and give it to the employer.
slots: { desk: Service point }
terms: { tax-card: tax card }
`,
}
type FileName = keyof typeof soundFiles

/** The problems of the sound pack with one piece of one file changed. */
function problemsWith(name: FileName, from: string, to: string): string[] {
  expect(soundFiles[name]).toContain(from)
  const files = { ...soundFiles, [name]: soundFiles[name].replace(from, to) }
  return validatePacks([assemblePack('little', new Map(Object.entries(files)))]).map(formatProblem)
}

test('finds nothing in a sound pack', () => {
  expect(problemsWith('text/fi.yaml', 'Tilaa', 'Tilaa')).toEqual([])
})

const faults: [name: FileName, from: string, to: string, problem: string][] = [
  [
    'tasks/registration.yaml',
    'key: card',
    'key: code',
    'tasks/registration.yaml:1:3 0.key: The key code is used for two tasks. (unique-keys)',
  ],
  [
    'tasks/registration.yaml',
    'requires: [code]',
    'requires: [cod]',
    'tasks/registration.yaml:9:14 1.requires.0: There is no task cod to wait for. (dependencies)',
  ],
  [
    'tasks/registration.yaml',
    'slot: desk',
    'slot: desk\n  requires: [card]',
    'tasks/registration.yaml:5:3 0.requires: The task waits for itself: code → card → code. (dependencies)',
  ],
  [
    'tasks/registration.yaml',
    'assignee: worker\n  slot',
    'assignee: partner\n  slot',
    'tasks/registration.yaml:1:3 0.audience: The partner does it, but the rule does not ask whether there is one. (audience)',
  ],
  [
    'tasks/registration.yaml',
    'slot: desk',
    'slot: desk\n  audience: { fact: municipality, in: [town] }',
    'tasks/registration.yaml:5:3 0.audience: The pack’s region has no municipality town. (audience)',
  ],
  [
    'tasks/registration.yaml',
    'slot: desk',
    'place: hall',
    'tasks/registration.yaml:4:3 0.place: There is no place hall. (slots)',
  ],
  [
    'tasks/registration.yaml',
    '\n  sources: [p1-page]',
    '',
    'text/fi.yaml:15:9 tasks.card.steps.0: The text shows card-days: the task must name its source p1-page. (sources)',
  ],
  [
    'places.yaml',
    'slots: [desk]',
    'slots: []',
    'places.yaml:1:1 No place fills the slot desk in kyla, and it is not named under missing. (slots)',
  ],
  [
    'places.yaml',
    'reviewBy: 2027-11-01\n',
    'reviewBy: 2027-11-01\nmissing: [{ slot: desk, municipality: kyla, ask: "https://example.org" }]\n',
    'places.yaml:9:11 missing.0: The slot desk in kyla is filled: it is not missing. (slots)',
  ],
  [
    'facts.yaml',
    'source: p1-page',
    'source: p2-page',
    'facts.yaml:4:38 figures.card-days.source: There is no source p2-page. (sources)',
  ],
  [
    'facts.yaml',
    'reviewBy: 2027-11-01',
    'reviewBy: 2026-11-01',
    'facts.yaml:2:59 sources.p1-page.reviewBy: reviewBy is not after checkedOn. (sources)',
  ],
  [
    'facts.yaml',
    'figures:',
    'phones: { desk: { number: "112", source: p1-page } }\nfigures:',
    'facts.yaml:3:11 phones.desk: Nothing uses desk. (sources)',
  ],
  [
    'text/fi.yaml',
    '(link:code)',
    '(link:cod)',
    'text/fi.yaml:9:9 tasks.code.steps.0: The task has no link cod. A link is written [words](link:key). (links)',
  ],
  [
    'text/fi.yaml',
    'Kysy neuvoa',
    '<b>Kysy</b> neuvoa',
    'text/fi.yaml:10:9 tasks.code.steps.1: HTML cannot stand in a text. (links)',
  ],
  [
    'text/fi.yaml',
    'Kysy neuvoa',
    'Kysy {neuvoja}',
    'text/fi.yaml:10:9 tasks.code.steps.1: {neuvoja} is no placeholder. (placeholders)',
  ],
  [
    'text/fi.yaml',
    'Kysy neuvoa',
    'Soita {phone:nobody}',
    'text/fi.yaml:10:9 tasks.code.steps.1: There is no phone nobody. (placeholders)',
  ],
  [
    'text/fi.yaml',
    'Kysy neuvoa',
    'Soita numeroon 06 123',
    'text/fi.yaml:10:9 tasks.code.steps.1: A number is typed into the text: make it a figure or a phone. (typed-numbers)',
  ],
  [
    'text/fi.yaml',
    '  card:\n    title: Tilaa verokortti',
    '  car:\n    title: Tilaa verokortti',
    'text/fi.yaml:11:3 tasks.car: The pack has no task car, and patches.yaml does not name it. (patches)',
  ],
  [
    'text/fi.yaml',
    'terms: { tax-card: verokortti }',
    '',
    'text/fi.yaml:1:1 terms: There are no words for tax-card. (complete-text)',
  ],
  [
    'text/fi.yaml',
    'title: Tilaa verokortti',
    `title: Tilaa verokortti ${'ja toinenkin '.repeat(4)}`,
    'text/fi.yaml:12:5 tasks.card.title: A title has at most 60 characters. (complete-text)',
  ],
  [
    'text/en.yaml',
    '\n      - Ask for advice if you do not understand everything.',
    '',
    'text/en.yaml:8:5 tasks.code.steps: steps has 1 lines, in the source language 2. (same-shape)',
  ],
  [
    'text/en.yaml',
    'within {figure:card-days|number} days',
    'soon',
    'text/en.yaml:15:9 tasks.card.steps.0: Placeholders differ: the source has figure:card-days, the translation none. (same-placeholders)',
  ],
  [
    'text/en.yaml',
    '[instructions](link:code)',
    'instructions',
    'text/en.yaml:9:9 tasks.code.steps.0: Links differ: the source has code, the translation none. (same-links)',
  ],
  [
    'text/en.yaml',
    'Ask for advice if you do not understand everything.',
    'Download 112 Suomi if you do not understand everything.',
    'text/en.yaml:10:9 tasks.code.steps.1: Numbers differ: the source has none, the translation 112. (same-numbers)',
  ],
  [
    'text/en.yaml',
    'Ask for advice if you do not understand everything.',
    'Kysy neuvoa, jos et ymmärrä kaikkea.',
    'text/en.yaml:10:9 tasks.code.steps.1: The text is the same as in fi. (untranslated)',
  ],
  [
    'text/en.yaml',
    'Ask for advice if you do not understand everything.',
    'Спитайте поради, якщо ви не все розумієте.',
    'text/en.yaml:10:9 tasks.code.steps.1: A letter of another script stands in the text. (script)',
  ],
  [
    'text/en.yaml',
    'Ask for advice if you do not understand everything.',
    'Kysy neuvoa työkaverilta heti, jos et ymmärrä kaikkea mitä sinulle kerrotaan.',
    'text/en.yaml:10:9 tasks.code.steps.1: The line looks like fi. (leftover-language)',
  ],
  [
    'text/en.yaml',
    'Book a time at the service point and bring your passport. See the',
    'See',
    'text/en.yaml:9:9 tasks.code.steps.0: The translation is much shorter than its source (0.29 letters for each). (length)',
  ],
]

test.each(faults)('%s: %j instead of %j', (name, from, to, problem) => {
  expect(problemsWith(name, from, to)).toContainEqual(`little/${problem}`)
})

test('asks for a term that the source names', () => {
  const english = soundFiles['text/en.yaml']
    .replaceAll('{term:tax-card|tax card}', 'paper')
    .replaceAll('tax card', 'paper')
  const files = { ...soundFiles, 'text/en.yaml': english.replace('tax-card: paper', 'tax-card: tax card') }
  expect(validatePacks([assemblePack('little', new Map(Object.entries(files)))]).map(formatProblem)).toEqual([
    'little/text/en.yaml:11:3 tasks.card: The source speaks of verokortti: use {term:tax-card} or its word. (glossary)',
  ])
})

test('says where a file breaks its schema, and checks such a pack no further', () => {
  expect(problemsWith('tasks/registration.yaml', 'assignee: worker\n  slot', 'assignee: boss\n  slot')).toEqual([
    'little/tasks/registration.yaml:3:3 0.assignee: Allowed here: worker, partner, child, hr, buddy, village. (schema)',
  ])
  expect(problemsWith('tasks/registration.yaml', 'requires: [code]', 'require: [code]')).toEqual([
    'little/tasks/registration.yaml:9:3 1.require: There is no field of this name here: require. (schema)',
  ])
  expect(problemsWith('facts.yaml', 'source: p1-page }', '}')).toEqual([
    'little/facts.yaml:4:3 figures.card-days.source: The field is missing (a string). (schema)',
  ])
  expect(problemsWith('text/fi.yaml', 'name: Pikkuseutu', 'name: [Pikkuseutu')).toMatchObject([
    expect.stringMatching(/^little\/text\/fi\.yaml:\d+:\d+ .*\(yaml\)$/),
  ])
})

test('refuses a figure without a source', () => {
  expect(problemsWith('facts.yaml', ', source: p1-page }', ' }').join()).toContain('figures.card-days.source')
})
