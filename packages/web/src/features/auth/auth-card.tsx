import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '../../components/language-menu.tsx'
import { Logo } from '../../components/logo.tsx'
import classes from './auth-card.module.css'

interface AuthCardProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** Under the card: the other ways to go. */
  readonly foot?: ReactNode
  readonly withPitch?: boolean
}

/** The frame of every page before the organisation: the mark, the language, one card. */
export function AuthCard({ title, lead, children, foot, withPitch = false }: AuthCardProps) {
  const { t } = useTranslation(['auth', 'common'])
  useEffect(() => {
    document.title = `${title} · ${t('common:appName')}`
  }, [title, t])
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <Link to="/" className={classes.brand}>
          <Logo />
          {t('common:appName')}
        </Link>
        <LanguageMenu />
      </header>
      <main className={classes.main}>
        <div className={`card ${classes.card}`}>
          <h1 className={classes.title}>{title}</h1>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
          {children}
        </div>
        {foot !== undefined && <p className={classes.foot}>{foot}</p>}
        {withPitch && <p className={classes.pitch}>{t('pitch')}</p>}
      </main>
    </div>
  )
}
