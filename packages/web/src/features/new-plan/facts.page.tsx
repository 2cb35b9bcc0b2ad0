import type { Facts } from '@kase/shared/facts/facts.schema.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { codeOf, useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'
import { FactsForm } from './facts-form.tsx'

const route = getRouteApi('/o/$organisation/plans/$planId/facts')

/** The facts of a draft, to be changed; what people decided about single tasks stays. */
export function FactsPage() {
  const { t } = useTranslation(['form', 'common'])
  const params = route.useParams()
  const { planId } = params
  const trpc = useTRPC()
  const navigate = useNavigate()
  const language = useStaffLanguage()
  const errorText = useErrorText()
  const refreshPlans = useRefreshPlans()
  const plan = useQuery({
    ...trpc.plan.get.queryOptions({ planId, language }),
    // The form starts from one reading: what somebody is typing must not be replaced under their hands.
    staleTime: Infinity,
  })
  const update = useMutation(trpc.plan.updateFacts.mutationOptions())
  const discard = useMutation(
    trpc.plan.discard.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/o/$organisation', params, ignoreBlocker: true })
        await refreshPlans()
        await notify(t('discarded'))
      },
      onError: (error) => void notify(errorText(error), 'refused'),
    }),
  )

  if (plan.isPending || plan.isError)
    return (
      <div className="page">
        <div className="card">
          {plan.isPending ? (
            <SkeletonRows rows={5} />
          ) : (
            <LoadError error={plan.error} onRetry={() => void plan.refetch()} />
          )}
        </div>
      </div>
    )
  const { facts, revision, workerName, state } = plan.data
  if (state !== 'draft' || facts === null)
    return <Navigate to="/o/$organisation/plans/$planId" params={params} replace />

  const save = async (changed: Facts, next: 'check' | 'home', refuse: (error: unknown) => void) => {
    try {
      await update.mutateAsync({ planId, revision, facts: changed })
      await refreshPlans()
      if (next === 'check') await navigate({ to: '/o/$organisation/plans/$planId/check', params })
      else await navigate({ to: '/o/$organisation', params })
      await notify(t('saved'))
      return true
    } catch (error) {
      refuse(error)
      return false
    }
  }
  const refusal = update.isError
    ? codeOf(update.error) === 'changed-meanwhile'
      ? t('changedMeanwhile')
      : errorText(update.error)
    : undefined

  return (
    <div className="page">
      <PageHead
        title={t('factsTitle', { name: workerName })}
        lead={t('lead')}
        crumbs={[
          <Link key="plans" to="/o/$organisation/plans" params={params}>
            {t('common:nav.plans')}
          </Link>,
          <Link key="plan" to="/o/$organisation/plans/$planId/check" params={params}>
            {workerName}
          </Link>,
        ]}
        crumbHere={t('factsHere')}
      />
      <FactsForm
        key={revision}
        initial={facts}
        isSaving={update.isPending}
        refusal={refusal}
        onSave={save}
        aside={
          <ConfirmButton
            label={t('discard')}
            title={t('discardTitle')}
            text={t('discardText', { name: workerName })}
            isBusy={discard.isPending}
            button={{ variant: 'subtle', color: 'red' }}
            onConfirm={() => discard.mutate({ planId })}
          />
        }
      />
    </div>
  )
}
