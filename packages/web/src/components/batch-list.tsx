import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconDownload, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { finnishShortDay } from '../lib/calendar-format.ts'
import { fileSize } from '../lib/file-size.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import { languageName } from '../lib/language.ts'
import { useTRPC, type Outputs } from '../lib/trpc.ts'
import { useBatchChanges } from '../lib/use-batch-changes.ts'
import classes from './batch-list.module.css'
import { PartError } from './state-card.tsx'

type Batch = Outputs['documentBatch']['list'][number]

const isUnderWay = ({ state }: Batch): boolean => state === 'queued' || state === 'running'

interface BatchListProps {
  /** Only ZIP files with PDFs of this plan; null for all of the organisation. */
  readonly planId: string | null
  /** How its heading stands among those around it. */
  readonly level: 'h2' | 'h3'
  readonly className?: string | undefined
}

/** ZIP files that are being made or are kept, with progress; nothing where there are none. */
export function BatchList({ planId, level: Heading, className }: BatchListProps) {
  const { t } = useTranslation('batch')
  const trpc = useTRPC()
  const batches = useQuery({
    ...trpc.documentBatch.list.queryOptions({ planId }),
    refetchInterval: (query) => (query.state.data?.some(isUnderWay) ? 1000 : false),
  })
  if (batches.isPending || (batches.isSuccess && batches.data.length === 0)) return null
  return (
    <section className={className}>
      <Heading className="h3">{t('list')}</Heading>
      {batches.isError && <PartError onRetry={() => void batches.refetch()} />}
      <ul className={classes.list} aria-label={t('list')}>
        {batches.data?.map((batch) => (
          <BatchLine key={batch.id} batch={batch} />
        ))}
      </ul>
    </section>
  )
}

function BatchLine({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation(['batch', 'common'])
  const about = useAbout(batch)
  const changes = useBatchChanges()
  const { organisation: slug } = useParams({ from: '/o/$organisation' })
  const hasFailed = batch.state === 'failed' || batch.failures.length > 0
  return (
    <li className={classes.batch}>
      <div className={classes.head}>
        <div className="grow">
          <p className="sm semi anywhere">{about}</p>
          <Contents batch={batch} />
        </div>
        <ActionIcon
          aria-label={t('removeOf', { about })}
          disabled={changes.isBusy}
          onClick={() => changes.remove(batch.id)}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <State batch={batch} about={about} />
      {hasFailed && <Failures batch={batch} />}
      <div className={classes.actions}>
        {batch.state === 'done' && (
          <Button
            component="a"
            size="compact-md"
            href={`/api/organisations/${encodeURIComponent(slug)}/document-batches/${batch.id}/plans.zip`}
            download
            aria-label={t('downloadOf', { about })}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('download')}
          </Button>
        )}
        {/* The same files would be too large again. */}
        {hasFailed && !isUnderWay(batch) && batch.problem !== 'too-large' && (
          <Button
            size="compact-md"
            aria-label={t('retryOf', { about })}
            loading={changes.isBusy}
            onClick={() => changes.retry(batch.id)}
          >
            {t('common:tryAgain')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Whose PDFs: "Olena Esimerkki and 3 others". */
function useAbout({ plans: [first, ...others] }: Batch): string {
  const { t } = useTranslation('batch')
  const name = first?.workerName ?? ''
  return others.length === 0 ? name : t('about', { name, count: others.length })
}

function Contents({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation(['batch', 'share'])
  const language = useStaffLanguage()
  const kinds = batch.kinds.map((kind) => t(`share:pdf.${kind}`)).join(', ')
  const languages =
    batch.languages.length > 3
      ? t('languageCount', { count: batch.languages.length })
      : batch.languages.map((tag) => languageName(tag, language)).join(', ')
  return (
    <p className="xs ink3">
      {kinds}
      <span className="sep" />
      {languages}
    </p>
  )
}

function State({ batch, about }: { readonly batch: Batch; readonly about: string }) {
  const { t } = useTranslation('batch')
  const { state, done, total } = batch
  return (
    <>
      {isUnderWay(batch) && (
        <div className={classes.progress}>
          <Progress.Root>
            <Progress.Section value={(100 * done) / total} aria-label={t('progress', { about })} />
          </Progress.Root>
          <p className="xs ink2 num">{state === 'queued' ? t('queued') : t('running', { done, total })}</p>
        </div>
      )}
      {/* Always there, so that a screen reader hears when the file is ready. */}
      <output className={`xs ink2 num ${classes.outcome}`}>{!isUnderWay(batch) && <Outcome batch={batch} />}</output>
    </>
  )
}

function Outcome({ batch: { total, failures, bytes, problem, expiresAt } }: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const language = useStaffLanguage()
  if (problem !== null) return <span className="late">{t(`problem.${problem}`)}</span>
  return (
    <>
      {t('done', { count: total - failures.length, size: fileSize(bytes, language) })}
      <span className="sep" />
      {t('keptUntil', { date: finnishShortDay(expiresAt, language) })}
    </>
  )
}

/** Which PDFs are missing, and why. */
function Failures({ batch: { failures } }: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  if (failures.length === 0) return null
  return (
    <details className={classes.failures}>
      <summary>
        <IconAlertTriangle size={16} aria-hidden />
        {t('leftOut', { count: failures.length })}
      </summary>
      <ul>
        {failures.map(({ name, reason }) => (
          <li key={name}>
            <b>{name}</b>: {t(`reason.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
