import { Button } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BatchForm } from '../../components/batch-form.tsx'
import { BatchList } from '../../components/batch-list.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useIsNarrow } from '../../lib/use-is-narrow.ts'
import classes from './chosen-plans.module.css'

interface ChosenPlansProps {
  readonly planIds: readonly string[]
  readonly onChooseAll: () => void
  readonly onClear: () => void
}

/** What can be done with the plans that are chosen in the list: their PDFs in one file. */
export function ChosenPlans({ planIds, onChooseAll, onClear }: ChosenPlansProps) {
  const { t } = useTranslation('batch')
  const isNarrow = useIsNarrow()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <section className={classes.bar} aria-label={t('bar')}>
        <p className="sm grow" aria-live="polite">
          {planIds.length === 0 ? t('noneChosen') : <b>{t('chosen', { count: planIds.length })}</b>}
        </p>
        <Button variant="subtle" size="compact-md" onClick={onChooseAll}>
          {t('chooseAll')}
        </Button>
        {planIds.length > 0 && (
          <>
            <Button variant="subtle" size="compact-md" onClick={onClear}>
              {t('clear')}
            </Button>
            <Button
              size="compact-md"
              leftSection={<IconFileZip size={18} aria-hidden />}
              onClick={() => setIsOpen(true)}
            >
              {t('chosenTitle')}
            </Button>
          </>
        )}
      </section>
      <Dialog
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        fullScreen={isNarrow}
        title={t('chosenTitle')}
        lead={t('chosenLead')}
      >
        <BatchForm planIds={planIds} languages={['fi', 'sv', 'en']} isMain />
        <BatchList planId={null} level="h3" className={classes.made} />
      </Dialog>
    </>
  )
}
