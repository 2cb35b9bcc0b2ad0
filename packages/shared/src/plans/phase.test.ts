import { expect, it } from 'vitest'
import { phaseOf } from './phase.ts'

const dates = { arrival: '2027-03-01', 'family-arrival': '2027-05-01' }

it.each([
  ['before-arrival', '2027-02-28', 'arrival'],
  ['first-week', '2027-03-01', 'arrival'],
  ['first-week', '2027-03-07', 'contract'],
  ['first-weeks', '2027-03-08', 'first-day'],
  ['later', '2027-04-12', 'arrival'],
  ['family', '2027-05-08', 'family-arrival'],
  ['before-arrival', '2027-01-01', 'family-arrival'],
  ['permit-end', '2027-01-01', 'permit-end'],
  ['waiting', undefined, 'move-in'],
  ['any-time', undefined, undefined],
] as const)('%s: %s counted from %s', (phase, dueOn, anchor) => expect(phaseOf({ dueOn, anchor }, dates)).toBe(phase))

it('a family that comes along needs no phase of its own', () => {
  expect(
    phaseOf(
      { dueOn: '2027-03-08', anchor: 'family-arrival' },
      { arrival: '2027-03-01', 'family-arrival': '2027-03-01' },
    ),
  ).toBe('first-weeks')
})

it('without an arrival the first day counts', () => {
  expect(phaseOf({ dueOn: '2027-03-02', anchor: 'first-day' }, { 'first-day': '2027-03-01' })).toBe('first-week')
  expect(phaseOf({ dueOn: '2027-03-02', anchor: 'contract' }, { contract: '2027-03-01' })).toBe('later')
})
