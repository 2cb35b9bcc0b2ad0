import type { AudienceRule } from '@kase/shared/facts/audience-rule.ts'
import type { Check } from './pack-context.ts'

/** A partner's or a child's task asks for one, and a rule names municipalities of its own region only. */
export const checkAudience: Check = ({ pack, tasks, inTask }) => {
  const municipalities = new Set(pack.region?.municipalities.map(({ key }) => key))
  return [...pack.structure.tasks, ...pack.structure.patches].flatMap(({ key }) => {
    const task = tasks.get(key)
    if (task === undefined) return []
    const say = (message: string) => inTask(key, ['audience'], 'audience', message)
    const foreign = conditions(task.audience).flatMap((condition) =>
      typeof condition !== 'string' && 'fact' in condition && condition.fact === 'municipality'
        ? condition.in.filter((each) => !municipalities.has(each))
        : [],
    )
    return [
      ...foreign.map((each) => say(`The pack’s region has no municipality ${each}.`)),
      ...((task.assignee === 'partner' || task.assignee === 'child') && !asksFor(task.assignee, task.audience)
        ? [say(`The ${task.assignee} does it, but the rule does not ask whether there is one.`)]
        : []),
    ]
  })
}

const conditions = (rule: AudienceRule): AudienceRule[] => {
  if (typeof rule === 'string' || 'fact' in rule) return [rule]
  if ('not' in rule) return conditions(rule.not)
  return ('all' in rule ? rule.all : rule.any).flatMap(conditions)
}

/** Whether a rule can hold only where the family has such a member. */
function asksFor(role: 'partner' | 'child', rule: AudienceRule): boolean {
  if (typeof rule === 'string' || 'not' in rule) return false
  if ('fact' in rule) return rule.fact === role && (rule.fact !== 'partner' || rule.is)
  return 'all' in rule ? rule.all.some((part) => asksFor(role, part)) : rule.any.every((part) => asksFor(role, part))
}
