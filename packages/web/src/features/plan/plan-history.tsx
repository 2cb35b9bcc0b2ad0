import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconCheck,
  IconCircleCheck,
  IconEye,
  IconFileTypePdf,
  IconFileZip,
  IconHandStop,
  IconLink,
  IconLinkOff,
  IconMail,
  IconMessage,
  IconPencil,
  IconPlus,
  IconRocket,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { PartError } from '../../components/state-card.tsx'
import { clockTime, finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { useTRPC, useTRPCClient, type Outputs } from '../../lib/trpc.ts'
import { useMembers } from '../../lib/use-owner.ts'
import classes from './plan.module.css'

type Entry = Outputs['plan']['history'][number]

const pictures: Record<string, Icon> = {
  created: IconPlus,
  'facts-changed': IconPencil,
  launched: IconRocket,
  finished: IconCircleCheck,
  reopened: IconArrowBackUp,
  'dates-moved': IconCalendarEvent,
  'task-ticked': IconCheck,
  'task-unticked': IconArrowBackUp,
  'task-put-in': IconPlus,
  'task-left-out': IconX,
  'task-changed': IconPencil,
  'link-made': IconLink,
  'link-sent': IconMail,
  'link-revoked': IconLinkOff,
  'link-replaced': IconLink,
  opened: IconEye,
  acknowledged: IconCheck,
  'stuck-told': IconHandStop,
  'stuck-answered': IconMessage,
  'document-made': IconFileTypePdf,
  'documents-made': IconFileZip,
}

const pageSize = 30

/** What happened with the plan, the newest first; nothing of what the family does on its own. */
export function PlanHistory({ planId }: { readonly planId: string }) {
  const { t } = useTranslation(['plan', 'common'])
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const history = useInfiniteQuery({
    queryKey: [...trpc.plan.history.queryKey({ planId, language }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.plan.history.query(
        { planId, language, ...(pageParam !== undefined && { before: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
  })
  const entries = history.data?.pages.flat() ?? []
  return (
    <section className={classes.quiet} aria-labelledby="happened">
      <h3 id="happened">{t('happened')}</h3>
      {history.isPending && (
        <p className="xs ink3" aria-live="polite">
          {t('common:loading')}
        </p>
      )}
      {history.isError && <PartError onRetry={() => void history.refetch()} />}
      {history.isSuccess && entries.length === 0 && <p className="xs ink3">{t('happenedEmpty')}</p>}
      <ul>
        {entries.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {history.hasNextPage && (
        <button type="button" className="link sm" onClick={() => void history.fetchNextPage()}>
          {t('happenedMore')}
        </button>
      )}
    </section>
  )
}

function HistoryLine({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('plan')
  const language = useStaffLanguage()
  const members = useMembers()
  const place = useMyPlace()
  const Picture = pictures[entry.kind] ?? IconPencil
  const member = members.find(({ userId }) => userId === entry.userId)?.name
  const me = entry.userId === place?.userId ? place?.personName : undefined
  const who = entry.actorKind === 'participant' ? entry.participantName : (member ?? me)
  return (
    <li className={classes.event}>
      <Picture size={16} aria-hidden />
      <p>
        <Trans
          t={t}
          i18nKey={`event.${entry.kind}` as 'event.created'}
          values={{ who: who ?? t('somebody'), task: entry.taskTitle ?? '', person: entry.participantName ?? '' }}
          components={{ b: <b /> }}
        />
        <br />
        <time dateTime={entry.at}>
          {finnishShortDay(entry.at, language)} {clockTime(entry.at, language)}
        </time>
      </p>
    </li>
  )
}
