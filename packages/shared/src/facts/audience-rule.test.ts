import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceRuleSchema, evaluateAudience, type AudienceRule } from './audience-rule.ts'
import { citizenships, companions, factsSchema, housings, permits, sectors, stays, type Facts } from './facts.schema.ts'

const facts: fc.Arbitrary<Facts> = fc
  .record(
    {
      citizenship: fc.constantFrom(...citizenships),
      permit: fc.constantFrom(...permits),
      stay: fc.constantFrom(...stays),
      housing: fc.constantFrom(...housings),
      sector: fc.constantFrom(...sectors),
      companions: fc.constantFrom(...companions),
      family: fc.array(
        fc.oneof(
          fc.constant({ role: 'partner', name: 'A', language: 'en' }),
          fc.nat(20).map((age) => ({ role: 'child', name: 'B', age, language: 'en' })),
        ),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: [] },
  )
  .map((given) =>
    factsSchema.parse({ worker: { name: 'Maria', languages: ['fil'] }, municipality: 'veteli', ...given }),
  )

const { rule } = fc.letrec<{ rule: AudienceRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant('everyone' as const),
    fc.record({ fact: fc.constant('citizenship' as const), in: fc.subarray([...citizenships], { minLength: 1 }) }),
    fc.record({ fact: fc.constant('permit' as const), in: fc.subarray([...permits], { minLength: 1 }) }),
    fc.record({ fact: fc.constant('municipality' as const), in: fc.subarray(['veteli', 'halsua'], { minLength: 1 }) }),
    fc.record({ fact: fc.constant('partner' as const), is: fc.boolean() }),
    fc.record({ fact: fc.constant('child' as const), from: fc.nat(10), below: fc.nat(20) }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))

test('adding a fact never throws, and every verdict says why', () => {
  fc.assert(
    fc.property(rule, facts, (given, about) => {
      expect(audienceRuleSchema.parse(given)).toEqual(given)
      expect(evaluateAudience(given, about).reasons.length).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  )
})

test('not turns yes and no around and leaves unknown alone', () => {
  fc.assert(
    fc.property(rule, facts, (given, about) => {
      const { answer } = evaluateAudience(given, about)
      expect(evaluateAudience({ not: given }, about).answer).toBe({ yes: 'no', no: 'yes', unknown: 'unknown' }[answer])
    }),
  )
})

const maria = factsSchema.parse({
  worker: { name: 'Maria', languages: ['fil', 'en'] },
  citizenship: 'other',
  municipality: 'veteli',
  family: [{ role: 'child', name: 'Ana', age: 4, language: 'fil' }],
})

test('says which fact decided', () => {
  expect(evaluateAudience({ fact: 'child', from: 0, below: 7 }, maria)).toEqual({
    answer: 'yes',
    reasons: [{ code: 'child.yes.under', params: { from: 0, to: 6, below: 7 } }],
  })
  expect(evaluateAudience({ fact: 'citizenship', in: ['eu'] }, maria)).toEqual({
    answer: 'no',
    reasons: [{ code: 'citizenship.other' }],
  })
  expect(evaluateAudience({ fact: 'permit', in: ['seasonal'] }, maria)).toEqual({
    answer: 'unknown',
    reasons: [{ code: 'permit' }],
  })
})

test('a fact that is not known decides nothing by itself', () => {
  const rule: AudienceRule = {
    all: [
      { fact: 'permit', in: ['seasonal'] },
      { fact: 'citizenship', in: ['eu'] },
    ],
  }
  expect(evaluateAudience(rule, maria).answer).toBe('no')
  expect(evaluateAudience({ any: rule.all }, maria).answer).toBe('unknown')
})
