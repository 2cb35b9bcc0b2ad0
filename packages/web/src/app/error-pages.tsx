import { Button } from '@mantine/core'
import { IconQuestionMark, IconRefreshAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateCard } from '../components/state-card.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <main>
      <NotThere />
    </main>
  )
}

/** Said for what is not there and for what somebody's role does not open: the two look alike. */
export function NotThere() {
  const { t } = useTranslation('common')
  return (
    <div className="page page-narrow">
      <div className="card">
        <StateCard
          isPage
          icon={IconQuestionMark}
          title={t('notThere')}
          text={t('notThereText')}
          actions={
            <Button component="a" href="/">
              {t('nav.home')}
            </Button>
          }
        />
      </div>
    </div>
  )
}

/** What stands instead of a page that broke, so that the rest of the app stays usable. */
export function CrashPage() {
  const { t } = useTranslation('common')
  return (
    <main className="page page-narrow">
      <div className="card" role="alert">
        <StateCard
          isPage
          icon={IconRefreshAlert}
          title={t('crashed')}
          text={t('crashedText')}
          actions={
            <Button variant="filled" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          }
        />
      </div>
    </main>
  )
}
