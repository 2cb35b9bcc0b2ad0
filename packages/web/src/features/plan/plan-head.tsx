import { can } from '@kase/shared/identity/role.policy.ts'
import { Button } from '@mantine/core'
import { IconShare2 } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../components/page-head.tsx'
import { StatusBadge } from '../../components/plan-status.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { PageMenus } from './page-menus.tsx'
import classes from './plan.module.css'

type Plan = Outputs['plan']['get']

const route = getRouteApi('/o/$organisation/plans/$planId')

interface PlanHeadProps {
  readonly plan: Plan
  readonly municipality: string
}

/** Who the plan is for, in one line of facts, and the ways out of it: page, PDF, link. */
export function PlanHead({ plan, municipality }: PlanHeadProps) {
  const { t } = useTranslation(['plan', 'common'])
  const params = route.useParams()
  const place = useMyPlace()
  const mayShare = place !== undefined && can(place.role, 'link.manage') && plan.state !== 'draft'
  return (
    <PageHead
      title={plan.workerName}
      beside={<StatusBadge status={plan.status} />}
      lead={<FactLine plan={plan} municipality={municipality} />}
      crumbs={
        <Link to="/o/$organisation/plans" params={params}>
          {t('common:nav.plans')}
        </Link>
      }
      actions={
        mayShare && (
          <>
            <PageMenus plan={plan} />
            <Button
              variant="filled"
              leftSection={<IconShare2 size={18} aria-hidden />}
              renderRoot={(props) => (
                <Link to="/o/$organisation/plans/$planId" params={params} search={{ share: true }} {...props} />
              )}
            >
              {t('share')}
            </Button>
          </>
        )
      }
    />
  )
}

function FactLine({ plan, municipality }: PlanHeadProps) {
  const { t } = useTranslation(['plan', 'facts', 'launch'])
  const params = route.useParams()
  const language = useStaffLanguage()
  const worker = plan.participants.find(({ role }) => role === 'worker')
  const { facts } = plan
  const parts: ReactNode[] = [
    facts?.worker.job,
    worker && (
      <span className={facts?.worker.job === undefined ? 'upper-first' : undefined}>
        {languageName(worker.language, language)}
      </span>
    ),
    t('livesIn', { municipality }),
    facts && facts.permit !== 'unknown' && facts.permit !== 'not-needed' && t(`facts:permit.${facts.permit}`),
    plan.state === 'draft' && (
      <Link to="/o/$organisation/plans/$planId/facts" params={params}>
        {t('launch:facts')}
      </Link>
    ),
  ].filter(Boolean)
  return (
    <p className={classes.meta}>
      {parts.map((part, index) => (
        // Parts are told apart by their place only.
        <span key={index}>
          {index > 0 && <span className="sep" />}
          {part}
        </span>
      ))}
    </p>
  )
}
