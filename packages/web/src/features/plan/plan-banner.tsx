import { can } from '@kase/shared/identity/role.policy.ts'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconPencil } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMyPlace } from '../../lib/my-place.ts'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './plan.module.css'
import { useReopen } from './use-plan-end.ts'

const route = getRouteApi('/o/$organisation/plans/$planId')

/** Says that a plan is still a draft, or already finished, with the way on. */
export function PlanBanner({ plan }: { readonly plan: Outputs['plan']['get'] }) {
  const { t } = useTranslation('plan')
  const params = route.useParams()
  const place = useMyPlace()
  const reopen = useReopen()
  const mayWrite = place !== undefined && can(place.role, 'plan.write')
  if (plan.state === 'draft')
    return (
      <section className={`card ${classes.banner}`}>
        <IconPencil size={20} aria-hidden />
        <div className="grow">
          <p className="semi">{t('draftTitle')}</p>
          <p className="sm ink2">{t('draftText')}</p>
        </div>
        {mayWrite && (
          <Button
            variant="filled"
            renderRoot={(props) => <Link to="/o/$organisation/plans/$planId/check" params={params} {...props} />}
          >
            {t('check')}
          </Button>
        )}
      </section>
    )
  if (plan.state !== 'finished') return null
  return (
    <section className={`card ${classes.banner}`}>
      <IconCircleCheck size={20} color="var(--kw-green-fg)" aria-hidden />
      <p className="grow">{t('finished')}</p>
      {mayWrite && (
        <Button loading={reopen.isPending} onClick={() => reopen.mutate({ planId: plan.id })}>
          {t('reopen')}
        </Button>
      )}
    </section>
  )
}
