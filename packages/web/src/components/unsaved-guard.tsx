import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'

/** Asks before a page with unsaved changes is left. */
export function UnsavedGuard({ isChanged }: { readonly isChanged: boolean }) {
  const { t } = useTranslation('form')
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  })
  const isAsking = blocker.status === 'blocked'
  return (
    <Dialog opened={isAsking} onClose={() => blocker.reset?.()} title={t('leaveTitle')}>
      <p>{t('leaveText')}</p>
      <div className="row wrap" style={{ justifyContent: 'flex-end', marginTop: '1.5rem' }}>
        <Button onClick={() => blocker.proceed?.()} color="red">
          {t('leave')}
        </Button>
        <Button variant="filled" onClick={() => blocker.reset?.()}>
          {t('remain')}
        </Button>
      </div>
    </Dialog>
  )
}
