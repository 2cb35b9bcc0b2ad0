import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../components/page-head.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { SettingsForm } from './settings-form.tsx'

/** The organisation as its workers see it: name, colour, whom to ask, language. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const trpc = useTRPC()
  const organisation = useQuery(trpc.organisation.get.queryOptions())
  const place = useMyPlace()
  return (
    <div className="page page-narrow">
      <PageHead
        title={t('title')}
        lead={t(place?.kind === 'advisor' ? 'leadAdvisor' : 'lead', { organisation: place?.name ?? '' })}
      />
      {organisation.isPending && (
        <div className="card">
          <SkeletonRows />
        </div>
      )}
      {organisation.isError && (
        <div className="card">
          <LoadError error={organisation.error} onRetry={() => void organisation.refetch()} />
        </div>
      )}
      {organisation.isSuccess && <SettingsForm organisation={organisation.data} />}
    </div>
  )
}
