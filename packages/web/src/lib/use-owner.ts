import { can } from '@kase/shared/identity/role.policy.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMyPlace } from './my-place.ts'
import { useTRPC, type Outputs } from './trpc.ts'

type Plan = Outputs['plan']['get']
type Task = Plan['tasks'][number]

export interface Owner {
  readonly name: string
  readonly kind: 'staff' | 'worker' | 'partner' | 'child' | 'neutral'
  /** Nobody in particular: a person still has to be chosen. */
  readonly isMissing: boolean
}

/** The members of the organisation who may own tasks; empty for those who may not see them. */
export function useMembers(): Outputs['member']['list'] {
  const trpc = useTRPC()
  const place = useMyPlace()
  const mayList = place !== undefined && can(place.role, 'member.list')
  return useQuery({ ...trpc.member.list.queryOptions(), enabled: mayList }).data ?? []
}

/** Who does a task, by name: a person of the plan, a member, or the employer's side as such. */
export function useOwnerOf(plan: Pick<Plan, 'participants' | 'buddyId'>): (task: Pick<Task, 'assignee' | 'ownerId'>) => Owner {
  const { t } = useTranslation(['plan', 'facts'])
  const members = useMembers()
  const place = useMyPlace()
  const memberName = (id: string | null) =>
    id === null ? undefined : (members.find((member) => member.userId === id)?.name ?? (id === place?.userId ? place.personName : undefined))
  return ({ assignee, ownerId }) => {
    switch (assignee) {
      case 'worker':
      case 'partner':
      case 'child': {
        const person = plan.participants.find(({ role }) => role === assignee)
        return { name: person?.name ?? t(`facts:assignee.${assignee}`), kind: assignee, isMissing: false }
      }
      case 'village':
        return { name: t('facts:assignee.village'), kind: 'neutral', isMissing: false }
      case 'hr': {
        const name = memberName(ownerId)
        return { name: name ?? t('facts:assignee.hr'), kind: name === undefined ? 'neutral' : 'staff', isMissing: ownerId === null }
      }
      case 'buddy': {
        const name = memberName(ownerId ?? plan.buddyId)
        return { name: name ?? t('facts:assignee.buddy'), kind: name === undefined ? 'neutral' : 'staff', isMissing: ownerId === null && plan.buddyId === null }
      }
    }
  }
}
