import type { Reason } from '@kase/shared/facts/audience-rule.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

interface Explained {
  readonly reasons: readonly Reason[]
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly isIncluded: boolean
}

/** Why a task is in a plan, or is not, in words; a person's own choice is said as such. */
export function useReasonText(municipality: string): (task: Explained) => string {
  const { t } = useTranslation('reason')
  return ({ reasons, answer, isIncluded }) => {
    if (isIncluded && answer !== 'yes') return t('byHand')
    if (!isIncluded && answer === 'yes') return t('outByHand')
    const list = answer === 'yes' ? 'because' : answer === 'no' ? 'leftOut' : 'notKnown'
    return reasons
      .slice(0, 2)
      .map((reason) => clause(t, list, reason, municipality))
      .join(', ')
  }
}

function clause(
  t: TFunction<'reason'>,
  list: 'because' | 'leftOut' | 'notKnown',
  { code, params }: Reason,
  municipality: string,
): string {
  // Codes come from the rules; the catalogue's test asks for the words of each.
  const key = `${list}.${code}` as 'because.everyone'
  return t(key, {
    ...params,
    municipality,
    defaultValue: t(list === 'because' ? 'because.everyone' : 'leftOut.everyone'),
  })
}
