import type { Facts } from '@kase/shared/facts/facts.schema.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../components/page-head.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'
import { FactsForm } from './facts-form.tsx'
import { emptyFacts } from './facts-values.ts'

const route = getRouteApi('/o/$organisation/plans/new')

/** "Who is coming?": the facts of a new arrival. Saving makes a draft; nothing is sent. */
export function NewPlanPage() {
  const { t } = useTranslation(['form', 'common'])
  const params = route.useParams()
  const trpc = useTRPC()
  const navigate = useNavigate()
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  const organisation = useQuery(trpc.organisation.get.queryOptions())
  const create = useMutation(trpc.plan.create.mutationOptions())

  const save = async (facts: Facts, next: 'check' | 'home', refuse: (error: unknown) => void) => {
    try {
      const { planId } = await create.mutateAsync({ facts })
      await refreshPlans()
      if (next === 'check')
        await navigate({ to: '/o/$organisation/plans/$planId/check', params: { ...params, planId } })
      else await navigate({ to: '/o/$organisation', params })
      await notify(t('saved'))
      return true
    } catch (error) {
      refuse(error)
      return false
    }
  }

  return (
    <div className="page">
      <PageHead
        title={t('title')}
        lead={t('lead')}
        crumbs={
          <Link to="/o/$organisation/plans" params={params}>
            {t('common:nav.plans')}
          </Link>
        }
        crumbHere={t('here')}
      />
      {organisation.isPending && (
        <div className="card">
          <SkeletonRows rows={5} />
        </div>
      )}
      {organisation.isError && (
        <div className="card">
          <LoadError error={organisation.error} onRetry={() => void organisation.refetch()} />
        </div>
      )}
      {organisation.isSuccess && (
        <FactsForm
          initial={emptyFacts(organisation.data)}
          isSaving={create.isPending}
          refusal={create.isError ? errorText(create.error) : undefined}
          onSave={save}
        />
      )}
    </div>
  )
}
