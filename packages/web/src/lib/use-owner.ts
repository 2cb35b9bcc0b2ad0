import { can } from '@kase/shared/identity/role.policy.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { firstName } from './person-name.ts'
import { useMyPlace } from './my-place.ts'
import { useTRPC, type Outputs } from './trpc.ts'

type Plan = Outputs['plan']['get']
type Task = Plan['tasks'][number]

export interface Owner {
  readonly name: string
  /** A person's first name; the whole name of anybody else. */
  readonly shortName: string
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
export function useOwnerOf(
  plan: Pick<Plan, 'participants' | 'buddyId'>,
): (task: Pick<Task, 'assignee' | 'ownerId'>) => Owner {
  const { t } = useTranslation(['plan', 'facts'])
  const members = useMembers()
  const place = useMyPlace()
  const memberName = (id: string | null) =>
    id === null
      ? undefined
      : (members.find((member) => member.userId === id)?.name ?? (id === place?.userId ? place.personName : undefined))
  return ({ assignee, ownerId }) => {
    switch (assignee) {
      case 'worker':
      case 'partner':
      case 'child': {
        const person = plan.participants.find(({ role }) => role === assignee)
        return owner(person?.name, t(`facts:assignee.${assignee}`), assignee)
      }
      case 'village':
        return owner(undefined, t('facts:assignee.village'), 'neutral')
      case 'hr':
        return { ...owner(memberName(ownerId), t('facts:assignee.hr'), 'staff'), isMissing: ownerId === null }
      case 'buddy': {
        const id = ownerId ?? plan.buddyId
        return { ...owner(memberName(id), t('facts:assignee.buddy'), 'staff'), isMissing: id === null }
      }
    }
  }
}

const owner = (person: string | undefined, group: string, kind: Owner['kind']): Owner =>
  person === undefined
    ? { name: group, shortName: group, kind: 'neutral', isMissing: false }
    : { name: person, shortName: firstName(person), kind, isMissing: false }
