import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { firstName } from '../../lib/person-name.ts'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useIsNarrow } from '../../lib/use-is-narrow.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import classes from './share-dialog.module.css'
import { ShareBatch } from './share-batch.tsx'
import { SharePdf } from './share-pdf.tsx'
import { SharePerson } from './share-person.tsx'

type Plan = Outputs['plan']['get']
type Link = Outputs['shareLink']['list'][number]

interface ShareDialogProps {
  readonly plan: Plan
  readonly onClose: () => void
}

/** One link for each person: copy it, show its code, send it, replace or revoke it; and the PDF beside it. */
export function ShareDialog({ plan, onClose }: ShareDialogProps) {
  const { t } = useTranslation('share')
  const isNarrow = useIsNarrow()
  const trpc = useTRPC()
  const links = useQuery(trpc.shareLink.list.queryOptions({ planId: plan.id }))
  return (
    <Dialog
      opened
      onClose={onClose}
      size="66rem"
      fullScreen={isNarrow}
      isWide
      title={t('title', { name: firstName(plan.workerName) })}
      lead={t('lead')}
    >
      {links.isPending && <SkeletonRows />}
      {links.isError && <LoadError error={links.error} onRetry={() => void links.refetch()} />}
      {links.isSuccess && (
        <div className={classes.layout}>
          <div className={classes.people}>
            {plan.participants.map((person) => (
              <SharePerson
                key={person.id}
                planId={plan.id}
                person={person}
                link={links.data.find((link) => link.participantId === person.id && link.state !== 'revoked')}
              />
            ))}
            <OldLinks plan={plan} links={links.data.filter((link) => link.state === 'revoked')} />
          </div>
          <div className={classes.files}>
            <SharePdf plan={plan} links={links.data} />
            <ShareBatch plan={plan} />
          </div>
        </div>
      )}
    </Dialog>
  )
}

function OldLinks({ plan, links }: { readonly plan: Plan; readonly links: readonly Link[] }) {
  const { t } = useTranslation('share')
  const language = useStaffLanguage()
  if (links.length === 0) return null
  const day = (instant: string | null) => (instant === null ? '' : finnishShortDay(instant, language))
  return (
    <details className={classes.old}>
      <summary>{t('old', { count: links.length })}</summary>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            {t('oldLine', {
              name: plan.participants.find(({ id }) => id === link.participantId)?.name ?? '',
              made: day(link.createdAt),
              revoked: day(link.revokedAt),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
