import { IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useIsOnline } from '../../lib/use-is-online.ts'
import classes from './shell.module.css'

/** A strip under the header while there is no connection; never a dialog. */
export function OfflineNotice() {
  const { t } = useTranslation('common')
  const isOnline = useIsOnline()
  return (
    <div aria-live="polite">
      {!isOnline && (
        <p className={classes.offline}>
          <IconWifiOff size={20} aria-hidden />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
