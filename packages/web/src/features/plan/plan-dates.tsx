import { anchors } from '@kase/shared/facts/facts.schema.ts'
import { useTranslation } from 'react-i18next'
import { KeyDates } from '../../components/key-dates.tsx'
import type { Outputs } from '../../lib/trpc.ts'

/** The days that the plan counts from, with today among them. */
export function PlanDates({ plan }: { readonly plan: Outputs['plan']['get'] }) {
  const { t } = useTranslation('facts')
  const dates = anchors.flatMap((anchor) => {
    const date = plan.dates[anchor]
    return date === undefined ? [] : [{ key: anchor, label: t(`anchor.${anchor}`), date }]
  })
  return dates.length === 0 ? null : <KeyDates dates={dates} today={plan.today} />
}
