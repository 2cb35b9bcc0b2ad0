import { can } from '@kase/shared/identity/role.policy.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../components/page-head.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { InviteCard } from './invite-card.tsx'
import { MemberRow } from './member-row.tsx'
import { PendingInvitations } from './pending-invitations.tsx'

/** Who belongs to the organisation: invite, change a role, remove. */
export function MembersPage() {
  const { t } = useTranslation('members')
  const trpc = useTRPC()
  const members = useQuery(trpc.member.list.queryOptions())
  const place = useMyPlace()
  const mayManage = place !== undefined && can(place.role, 'member.manage')
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t(place?.kind === 'advisor' ? 'leadAdvisor' : 'lead')} />
      <div className="grid">
        <section className="card c8" aria-labelledby="members-list">
          <div className="card-head card-head-sm">
            <h2 id="members-list">{t('list', { organisation: place?.name ?? '' })}</h2>
          </div>
          {members.isPending && <SkeletonRows />}
          {members.isError && <LoadError error={members.error} onRetry={() => void members.refetch()} />}
          {members.isSuccess && (
            <ul className="rows">
              {members.data.map((member) => (
                <MemberRow key={member.userId} member={member} mayManage={mayManage} />
              ))}
            </ul>
          )}
        </section>
        <div className="c4 stack g6">
          {mayManage && <InviteCard />}
          <PendingInvitations mayManage={mayManage} />
        </div>
      </div>
    </div>
  )
}
