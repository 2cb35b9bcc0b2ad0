import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../lib/trpc.ts'
import classes from './mail-notice.module.css'

/** Says where mail is promised that this server sends none: it lands as files. Nothing when mail goes out. */
export function MailNotice() {
  const { t } = useTranslation('common')
  const trpc = useTRPC()
  const status = useQuery({ ...trpc.mail.status.queryOptions(), staleTime: Infinity })
  if (status.data?.delivery !== 'files') return null
  return (
    <p className={classes.notice}>
      <IconMailOff size={20} aria-hidden />
      {t('mailInFiles')}
    </p>
  )
}
