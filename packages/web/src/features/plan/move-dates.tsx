import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { anchors, type Anchor } from '@kase/shared/facts/facts.schema.ts'
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { PartError } from '../../components/state-card.tsx'
import { DayText } from '../../components/when.tsx'
import { daysBetween, weekOf } from '../../lib/civil-day.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { useIsNarrow } from '../../lib/use-is-narrow.ts'
import classes from './move-dates.module.css'
import { MovePreview } from './move-preview.tsx'
import { useMoveDates } from './use-move-dates.ts'

type Plan = Outputs['plan']['get']

interface MoveDatesProps {
  readonly plan: Plan
  /** The date that was asked to move; the others can be moved with it. */
  readonly anchor: Anchor
  readonly onClose: () => void
}

/** Moves key dates of a running plan. Shows what moves with them; nothing is saved before the button. */
export function MoveDates({ plan, anchor, onClose }: MoveDatesProps) {
  const { t } = useTranslation(['plan', 'facts', 'common'])
  const isNarrow = useIsNarrow()
  const { dateOf, choose, isChanged, preview, isSaving, move, refusal } = useMoveDates(plan, onClose)
  const before = plan.dates[anchor]
  const isReady = isChanged && preview.isSuccess && !preview.isPlaceholderData
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isSaving) move()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="48rem"
      fullScreen={isNarrow}
      isWide
      title={t(before === undefined ? 'move.giveFor' : 'move.actionFor', { date: t(`facts:anchor.${anchor}`) })}
      lead={t('move.lead')}
    >
      <form onSubmit={submit}>
        <div className={classes.swap}>
          <p>
            <small className="xs ink3">{t('move.until')}</small>
            <b>{before === undefined ? t('move.unknown') : <DayText date={before} withYear />}</b>
          </p>
          <IconArrowRight size={22} aria-hidden className="ink3" />
          <DateField label={t('move.new')} value={dateOf(anchor)} onChange={(date) => choose(anchor, date)} />
          <Distance from={before} to={dateOf(anchor)} />
        </div>
        <details className={classes.others}>
          <summary>{t('move.others')}</summary>
          <div className={classes.fields}>
            {othersThan(anchor, plan).map((other) => (
              <DateField
                key={other}
                label={t(`facts:anchor.${other}`)}
                value={dateOf(other)}
                onChange={(date) => choose(other, date)}
              />
            ))}
          </div>
        </details>
        <div className={classes.body} aria-live="polite">
          {!isChanged ? (
            <p className="sm ink3">{t('move.choose')}</p>
          ) : preview.isSuccess ? (
            <MovePreview plan={plan} moves={preview.data} />
          ) : preview.isError ? (
            <PartError onRetry={() => void preview.refetch()} />
          ) : (
            <SkeletonRows />
          )}
        </div>
        <div className={classes.foot}>
          <p role="alert" className="sm late grow">
            {refusal}
          </p>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={isSaving}>
            {t('move.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The day of the family's arrival is asked only where there is a family. */
const othersThan = (anchor: Anchor, plan: Plan): readonly Anchor[] =>
  anchors.filter((other) => {
    const isNobodys = other === 'family-arrival' && plan.participants.length < 2 && plan.dates[other] === undefined
    return other !== anchor && !isNobodys
  })

function Distance({ from, to }: { readonly from: CivilDate | undefined; readonly to: CivilDate | undefined }) {
  const { t } = useTranslation('plan')
  if (from === undefined || to === undefined || from === to) return null
  const days = daysBetween(from, to)
  return (
    <p className="sm ink2">
      {t(days < 0 ? 'move.earlier' : 'move.later', { count: Math.abs(days), week: weekOf(to) })}
    </p>
  )
}
