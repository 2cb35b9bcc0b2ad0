import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { IconMapPinOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../components/page-head.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError, StateCard } from '../../components/state-card.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { AnnouncementFields } from './announcement-fields.tsx'
import { startValues } from './announcement-values.ts'

const route = getRouteApi('/o/$organisation/announcements/new')

/** Writes an announcement, from nothing or from an earlier one. */
export function NewAnnouncementPage() {
  const { t } = useTranslation('announcements')
  const { organisation } = route.useParams()
  const { from } = route.useSearch()
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const area = useQuery(trpc.announcement.area.queryOptions())
  const earlier = useQuery({ ...trpc.announcement.list.queryOptions(), enabled: from !== undefined })
  const failed = [area, earlier].find((query) => query.isError)
  const isReady = area.isSuccess && (from === undefined || earlier.isSuccess)
  return (
    <div className="page page-narrow">
      <PageHead
        title={t('newTitle')}
        lead={t('newLead')}
        crumbs={
          <Link to="/o/$organisation/announcements" params={{ organisation }}>
            {t('title')}
          </Link>
        }
      />
      {failed && (
        <div className="card">
          <LoadError error={failed.error} onRetry={() => void failed.refetch()} />
        </div>
      )}
      {!failed && !isReady && (
        <div className="card">
          <SkeletonRows rows={5} />
        </div>
      )}
      {!failed &&
        isReady &&
        (area.data.municipalities.length === 0 ? (
          <div className="card">
            <StateCard icon={IconMapPinOff} title={t('noArea')} text={t('noAreaText')} />
          </div>
        ) : (
          <AnnouncementFields
            area={area.data}
            start={startValues(
              language,
              earlier.data?.find(({ id }) => id === from),
            )}
          />
        ))}
    </div>
  )
}
