import { Button } from '@mantine/core'
import { IconDatabaseOff, IconLock, IconPlugConnectedX, IconQuestionMark, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf } from '../lib/errors.ts'
import classes from './state-card.module.css'

interface StateCardProps {
  readonly icon?: Icon
  readonly title: string
  readonly text?: ReactNode
  readonly actions?: ReactNode
  /** It is all that the page says: its title is the page's. */
  readonly isPage?: boolean
}

/** What stands where there is nothing to show: what is going on, what is safe, what to do next. */
export function StateCard({ icon: Picture, title, text, actions, isPage = false }: StateCardProps) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div className={classes.state}>
      {Picture !== undefined && <Picture size={32} stroke={1.5} aria-hidden />}
      <Title>{title}</Title>
      {text !== undefined && <p>{text}</p>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}

interface LoadErrorProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** A page that cannot be shown: not there (or not yours, which looks the same), signed out, or no answer. */
export function LoadError({ error, onRetry }: LoadErrorProps) {
  const { t } = useTranslation(['common', 'errors'])
  const code = codeOf(error)
  if (code === 'not-found')
    return <StateCard isPage icon={IconQuestionMark} title={t('notThere')} text={t('notThereText')} />
  if (code === 'not-allowed')
    return <StateCard isPage icon={IconLock} title={t('notThere')} text={t('errors:not-allowed')} />
  return (
    <StateCard
      isPage
      icon={IconDatabaseOff}
      title={t('loadFailed')}
      text={t('loadFailedText')}
      actions={
        <Button variant="filled" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      }
    />
  )
}

/** One part of a page fails, the rest works. */
export function PartError({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('common')
  return (
    <div className={classes.part} role="alert">
      <IconPlugConnectedX size={20} aria-hidden />
      <span className="grow">{t('partFailed')}</span>
      <Button size="xs" onClick={onRetry}>
        {t('tryAgain')}
      </Button>
    </div>
  )
}
