import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionIcon } from '../../components/section-icon.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { PartError } from '../../components/state-card.tsx'
import { DayText } from '../../components/when.tsx'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { municipalityName } from '../../lib/municipality-options.ts'
import { useReasonText } from '../../lib/reason-text.ts'
import type { Outputs } from '../../lib/trpc.ts'
import type { FactsValues } from './facts-values.ts'
import classes from './preview-card.module.css'
import { useFreshGroups } from './use-fresh-groups.ts'
import type { Preview } from './use-preview.ts'

type PreviewData = Outputs['plan']['preview']

interface PreviewCardProps {
  readonly preview: Preview
  readonly values: FactsValues
  readonly municipalities: Outputs['catalogue']['options']['municipalities']
}

/** What the plan will hold, while the facts are being typed: how much, why, what not, in which languages. */
export function PreviewCard({ preview, values, municipalities }: PreviewCardProps) {
  const { t } = useTranslation('form')
  const language = useStaffLanguage()
  if (preview.data === undefined) {
    if (preview.isError) return <PartError onRetry={() => void preview.refetch()} />
    return values.municipality === '' ? (
      <p className={`${classes.part} sm ink3`}>{t('preview.waiting')}</p>
    ) : (
      <SkeletonRows rows={4} />
    )
  }
  const chosen = municipalities.find(({ key }) => key === values.municipality)
  const municipality = chosen ? municipalityName(chosen, language) : ''
  const { data } = preview
  return (
    <div className={preview.isPlaceholderData ? classes.updating : undefined} aria-busy={preview.isPlaceholderData}>
      <output className="vh">{t('preview.announce', { count: data.total })}</output>
      <Totals data={data} />
      <Why data={data} municipality={municipality} />
      <Coverage data={data} />
    </div>
  )
}

function Totals({ data }: { readonly data: PreviewData }) {
  const { t } = useTranslation(['form', 'common', 'sections'])
  return (
    <div className={classes.part}>
      <div className={classes.total}>
        <span className={classes.big}>{data.total}</span>
        <div className="sm">
          <p className="semi">
            {t('preview.tasksFor', { count: data.total, people: t('common:people', { count: data.people }) })}
          </p>
          {data.from !== null && data.to !== null ? (
            <FromTo from={data.from} to={data.to} />
          ) : (
            <p className="ink2">{t('preview.noDates')}</p>
          )}
        </div>
      </div>
      <ul className={classes.sections}>
        {data.bySection.map(({ section, count }) => (
          <li key={section} className={count === 0 ? classes.none : undefined}>
            <SectionIcon section={section} size="small" />
            {t(`sections:${section}`)}
            <b>{count}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

function FromTo({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation('form')
  const [before = '', between = '', after = ''] = t('preview.fromTo', { from: '|', to: '|' }).split('|')
  return (
    <p className="ink2">
      {before}
      <DayText date={from} withYear={from.slice(0, 4) !== to.slice(0, 4)} />
      {between}
      <DayText date={to} withYear />
      {after}
    </p>
  )
}

function Why({ data, municipality }: { readonly data: PreviewData; readonly municipality: string }) {
  const { t } = useTranslation('form')
  const reasonText = useReasonText(municipality)
  const fresh = useFreshGroups(data.why)
  const [showsOut, setShowsOut] = useState(false)
  return (
    <div className={classes.part}>
      <h2 className="h3">{t('preview.why')}</h2>
      <div>
        {data.why.map((group) => {
          const key = JSON.stringify(group.reasons)
          const isFresh = fresh.has(key)
          return (
            <details
              key={`${key}${isFresh}`}
              className={`${classes.because} ${isFresh ? classes.fresh : ''}`}
              open={isFresh || undefined}
            >
              <summary>
                <span className={classes.count}>{group.tasks.length}</span>
                <span>{reasonText({ reasons: group.reasons, answer: 'yes', isIncluded: true })}</span>
                {isFresh ? (
                  <span className={classes.freshMark}>{t('preview.fresh')}</span>
                ) : (
                  <IconChevronDown size={16} aria-hidden />
                )}
              </summary>
              <ul className={classes.tasks}>
                {group.tasks.map((task) => (
                  <li key={task.key}>
                    <span>{task.title}</span>
                    {task.dueOn !== null && (
                      <span className={task.isPast ? 'late' : 'ink3'}>
                        <DayText date={task.dueOn} />
                        {task.isPast && `, ${t('preview.passed')}`}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          )
        })}
      </div>
      {data.leftOut.length > 0 && (
        <>
          <button type="button" className="link sm" aria-expanded={showsOut} onClick={() => setShowsOut(!showsOut)}>
            {showsOut ? t('preview.hideLeftOut') : t('preview.leftOut', { count: data.leftOut.length })}
          </button>
          {showsOut && (
            <ul className={classes.out}>
              {data.leftOut.map((task) => (
                <li key={task.key}>
                  <span>{task.title}</span>
                  <span className="ink3 upper-first">{reasonText({ ...task, isIncluded: false })}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}

function Coverage({ data }: { readonly data: PreviewData }) {
  const { t } = useTranslation('form')
  const language = useStaffLanguage()
  return (
    <div className={classes.part}>
      {data.coverage.map(({ language: tag, covered, total }) => (
        <div key={tag} className={classes.coverage}>
          <p className="row">
            <span className="semi upper-first">{languageName(tag, language)}</span>
            <span className="push ink2">{t('preview.coverage', { covered, total })}</span>
          </p>
          <span className="bar" aria-hidden="true">
            <i style={{ width: `${total === 0 ? 0 : (100 * covered) / total}%` }} />
          </span>
          {covered < total && <p className="xs ink3">{t('preview.fallback', { count: total - covered })}</p>}
        </div>
      ))}
      <p className="row wrap xs ink3">
        {t('preview.madeFrom')}
        {data.madeFrom
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => (
            <span key={name} className={classes.tag}>
              {name} {count}
            </span>
          ))}
      </p>
    </div>
  )
}
