import type { AnnouncementState } from '@kase/shared/announcements/announcement.schema.ts'
import { Button } from '@mantine/core'
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../components/page-head.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError, StateCard } from '../../components/state-card.tsx'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { AnnouncementRow } from './announcement-row.tsx'

const route = getRouteApi('/o/$organisation/announcements')

const groups = [
  { key: 'running', states: ['running'], empty: 'noneRunning' },
  { key: 'coming', states: ['coming'], empty: 'noneComing' },
  { key: 'past', states: ['ended', 'withdrawn'], empty: 'nonePast' },
] as const satisfies readonly { key: string; states: readonly AnnouncementState[]; empty: string }[]

/** What the region tells its workers: what is running, what is coming and what is over. */
export function AnnouncementsPage() {
  const { t } = useTranslation('announcements')
  const trpc = useTRPC()
  const announcements = useQuery(trpc.announcement.list.queryOptions())
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} actions={<WriteButton />} />
      {announcements.isPending && (
        <div className="card">
          <SkeletonRows rows={4} />
        </div>
      )}
      {announcements.isError && (
        <div className="card">
          <LoadError error={announcements.error} onRetry={() => void announcements.refetch()} />
        </div>
      )}
      {announcements.isSuccess && announcements.data.length === 0 && (
        <div className="card">
          <StateCard icon={IconSpeakerphone} title={t('none')} text={t('noneText')} />
        </div>
      )}
      {announcements.isSuccess && announcements.data.length > 0 && <Groups announcements={announcements.data} />}
    </div>
  )
}

function WriteButton() {
  const { t } = useTranslation('announcements')
  const { organisation } = route.useParams()
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/o/$organisation/announcements/new" params={{ organisation }} {...props} />}
    >
      {t('write')}
    </Button>
  )
}

function Groups({ announcements }: { readonly announcements: Outputs['announcement']['list'] }) {
  const { t } = useTranslation('announcements')
  return (
    <div className="stack g6">
      {groups.map(({ key, states, empty }) => {
        const rows = announcements.filter(({ state }) => states.some((each) => each === state))
        return (
          <section key={key} className="card" aria-labelledby={`announcements-${key}`}>
            <div className="card-head">
              <h2 id={`announcements-${key}`}>{t(key)}</h2>
            </div>
            {rows.length === 0 && <p className="card-body sm ink3">{t(empty)}</p>}
            <ul className="rows">
              {rows.map((announcement) => (
                <AnnouncementRow key={announcement.id} announcement={announcement} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
