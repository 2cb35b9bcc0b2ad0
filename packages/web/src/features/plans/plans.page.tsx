import { mostBatchPlans } from '@kase/shared/documents/document-batch.schema.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BatchList } from '../../components/batch-list.tsx'
import { NewPlanButton } from '../../components/new-plan-button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { PlanRow } from '../../components/plan-row.tsx'
import type { PlanStatus } from '../../components/plan-status.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError, StateCard } from '../../components/state-card.tsx'
import { StatusFilter } from '../../components/status-filter.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { useToday } from '../../lib/use-today.ts'
import { useTRPC, useTRPCClient, type Outputs } from '../../lib/trpc.ts'
import { ChosenPlans } from './chosen-plans.tsx'
import classes from './plans.module.css'

const route = getRouteApi('/o/$organisation/plans')

/** All plans, the latest start first; searched by name, narrowed by status, read page by page. */
export function PlansPage() {
  const { t } = useTranslation(['plans', 'home'])
  const { organisation } = route.useParams()
  const place = useMyPlace()
  const today = useToday()
  const [status, setStatus] = useState<PlanStatus>()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 250)
  const plans = usePlanPages({ search, status })
  const rows = plans.data?.pages.flatMap((page) => page.plans) ?? []
  const chosen = useChosen(rows)
  const canMake = place !== undefined && can(place.role, 'document.make')
  const isNarrowed = search !== '' || status !== undefined
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={place !== undefined && can(place.role, 'plan.write') && <NewPlanButton />}
      />
      <section className="card" aria-label={t('title')}>
        <div className={classes.search}>
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <StatusFilter value={status} onChange={setStatus} />
        {plans.isPending && <SkeletonRows rows={5} />}
        {plans.isError && <LoadError error={plans.error} onRetry={() => void plans.refetch()} />}
        {plans.isSuccess && rows.length === 0 && (
          <div aria-live="polite">
            {search !== '' ? (
              <StateCard icon={IconSearch} title={t('searchEmpty', { text: search })} text={t('searchEmptyText')} />
            ) : (
              <StateCard
                title={isNarrowed ? t('home:noneWithStatus') : t('home:empty.title')}
                text={isNarrowed ? undefined : t('home:empty.text')}
              />
            )}
          </div>
        )}
        {canMake && rows.length > 0 && (
          <ChosenPlans planIds={chosen.planIds} onChooseAll={chosen.chooseAll} onClear={chosen.clear} />
        )}
        <ul className="rows">
          {rows.map((plan) => (
            <PlanRow
              key={plan.id}
              plan={plan}
              organisation={organisation}
              today={today}
              choice={canMake ? chosen.choiceOf(plan.id) : undefined}
            />
          ))}
        </ul>
        {plans.hasNextPage && (
          <p className="card-foot">
            <Button variant="subtle" loading={plans.isFetchingNextPage} onClick={() => void plans.fetchNextPage()}>
              {t('more')}
            </Button>
          </p>
        )}
      </section>
      {canMake && <BatchList planId={null} level="h2" className={classes.batches} />}
    </div>
  )
}

/** Plans that are chosen in the list, in its order; one that is no longer shown is not chosen any more. */
function useChosen(rows: readonly { readonly id: string }[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    planIds: rows.flatMap(({ id }) => (ids.has(id) ? [id] : [])).slice(0, mostBatchPlans),
    choiceOf: (id: string) => ({
      isChosen: ids.has(id),
      onToggle: () => setIds(new Set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id])),
    }),
    chooseAll: () => setIds(new Set(rows.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  }
}

const pageSize = 50

interface Narrowing {
  readonly search: string
  readonly status: PlanStatus | undefined
}

/** The plans page by page; the last answer stays in sight while a narrower one is on the way. */
function usePlanPages({ search, status }: Narrowing) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const language = useStaffLanguage()
  const input = { language, search, limit: pageSize, ...(status !== undefined && { status }) }
  return useInfiniteQuery({
    queryKey: [...trpc.plan.list.queryKey(input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.plan.list.query({ ...input, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as Outputs['plan']['list']['cursor'],
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  })
}
