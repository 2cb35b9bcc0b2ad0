import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import { useTranslation } from 'react-i18next'
import { BatchForm } from '../../components/batch-form.tsx'
import { BatchList } from '../../components/batch-list.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './share-dialog.module.css'

/** Everybody's PDFs of one plan in one file: what goes in, and the files that are being made or kept. */
export function ShareBatch({ plan }: { readonly plan: Outputs['plan']['get'] }) {
  const { t } = useTranslation('batch')
  const people = plan.participants.filter(hasOwnPage)
  if (people.length === 0) return null
  return (
    <section className={classes.batch} aria-label={t('title')}>
      <details>
        <summary>{t('title')}</summary>
        <BatchForm planIds={[plan.id]} people={people} languages={plan.languages} />
      </details>
      <BatchList planId={plan.id} level="h3" />
    </section>
  )
}
