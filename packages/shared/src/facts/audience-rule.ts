import { z } from 'zod'
import { citizenships, companions, housings, permits, sectors, stays, type Facts } from './facts.schema.ts'
import { keySchema } from '../text/text.schema.ts'

/**
 * Audience rules: conditions on the facts of a plan that decide whether a task belongs in it (PRODUCT §3). They are data.
 * Facts may be unknown, so a rule answers yes, no or unknown (Kleene's three-valued logic), and always says why.
 */

const oneOf = <F extends string, V extends readonly [string, ...string[]]>(fact: F, values: V) =>
  z.strictObject({ fact: z.literal(fact), in: z.array(z.enum(values)).min(1) })

const conditionSchema = z.discriminatedUnion('fact', [
  oneOf('citizenship', citizenships),
  oneOf('permit', permits),
  oneOf('stay', stays),
  oneOf('housing', housings),
  oneOf('sector', sectors),
  oneOf('companions', companions),
  z.strictObject({ fact: z.literal('municipality'), in: z.array(keySchema).min(1) }),
  z.strictObject({ fact: z.literal('partner'), is: z.boolean() }),
  /** Some child whose age in years is at least `from` and less than `below`. */
  z.strictObject({ fact: z.literal('child'), from: z.int().min(0), below: z.int().max(30) }),
  z.strictObject({ fact: z.literal('worker-language'), in: z.array(z.string()).min(1) }),
])
type Condition = z.infer<typeof conditionSchema>

export type AudienceRule =
  | 'everyone'
  | Condition
  | { all: AudienceRule[] }
  | { any: AudienceRule[] }
  | { not: AudienceRule }

export const audienceRuleSchema: z.ZodType<AudienceRule> = z.lazy(() =>
  z.union([
    z.literal('everyone'),
    conditionSchema,
    z.strictObject({ all: z.array(audienceRuleSchema).min(1) }),
    z.strictObject({ any: z.array(audienceRuleSchema).min(1) }),
    z.strictObject({ not: audienceRuleSchema }),
  ]),
)

/**
 * One fact that decided. `code` names a sentence of the catalogues (`reason.because.<code>`, `reason.leftOut.<code>`,
 * `reason.notKnown.<fact>`); `params` fill it.
 */
export interface Reason {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface Verdict {
  readonly answer: 'yes' | 'no' | 'unknown'
  /** The facts that carried the answer; for `everyone` the single code `everyone`. Never empty. */
  readonly reasons: readonly Reason[]
}

/** Decides whether a rule holds for the facts, with the facts that decided. Total: never throws, whatever the facts. */
export function evaluateAudience(rule: AudienceRule, facts: Facts): Verdict {
  if (rule === 'everyone') return { answer: 'yes', reasons: [{ code: 'everyone' }] }
  if ('all' in rule)
    return both(
      rule.all.map((part) => evaluateAudience(part, facts)),
      'no',
      'yes',
    )
  if ('any' in rule)
    return both(
      rule.any.map((part) => evaluateAudience(part, facts)),
      'yes',
      'no',
    )
  if ('not' in rule) {
    const verdict = evaluateAudience(rule.not, facts)
    return verdict.answer === 'unknown'
      ? verdict
      : { answer: verdict.answer === 'yes' ? 'no' : 'yes', reasons: verdict.reasons }
  }
  return evaluateCondition(rule, facts)
}

/** `all` is decided by one no, `any` by one yes; `unknown` wins over the rest. */
function both(verdicts: Verdict[], decisive: 'yes' | 'no', otherwise: 'yes' | 'no'): Verdict {
  const reasonsOf = (answer: Verdict['answer']) => {
    const reasons = verdicts.filter((verdict) => verdict.answer === answer).flatMap((verdict) => verdict.reasons)
    const specific = reasons.filter((reason) => reason.code !== 'everyone')
    return specific.length > 0 ? specific : reasons.slice(0, 1)
  }
  for (const answer of [decisive, 'unknown'] as const)
    if (verdicts.some((verdict) => verdict.answer === answer)) return { answer, reasons: reasonsOf(answer) }
  return { answer: otherwise, reasons: reasonsOf(otherwise) }
}

function evaluateCondition(condition: Condition, facts: Facts): Verdict {
  switch (condition.fact) {
    case 'partner': {
      const has = facts.family.some((member) => member.role === 'partner')
      return { answer: has === condition.is ? 'yes' : 'no', reasons: [{ code: has ? 'partner.yes' : 'partner.no' }] }
    }
    case 'child': {
      const has = facts.family.some(
        (member) =>
          member.role === 'child' &&
          member.age !== undefined &&
          member.age >= condition.from &&
          member.age < condition.below,
      )
      const params = { from: condition.from, to: condition.below - 1, below: condition.below }
      const band = condition.from === 0 && condition.below >= 18 ? 'any' : condition.from === 0 ? 'under' : 'between'
      return { answer: has ? 'yes' : 'no', reasons: [{ code: `child.${has ? 'yes' : 'no'}.${band}`, params }] }
    }
    case 'worker-language': {
      const has = facts.worker.languages.some((language) => condition.in.includes(language))
      return { answer: has ? 'yes' : 'no', reasons: [{ code: `worker-language.${has ? 'yes' : 'no'}` }] }
    }
    case 'municipality': {
      const has = condition.in.includes(facts.municipality)
      return {
        answer: has ? 'yes' : 'no',
        reasons: [{ code: 'municipality', params: { municipality: facts.municipality } }],
      }
    }
    default: {
      const value = facts[condition.fact]
      const values: readonly string[] = condition.in
      if (value === 'unknown' && !values.includes('unknown'))
        return { answer: 'unknown', reasons: [{ code: condition.fact }] }
      return { answer: values.includes(value) ? 'yes' : 'no', reasons: [{ code: `${condition.fact}.${value}` }] }
    }
  }
}
