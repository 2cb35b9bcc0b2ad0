import { IconChevronRight } from '@tabler/icons-react'
import { Children, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './page-head.module.css'

interface PageHeadProps {
  readonly title: string
  /** Links from the top down to this page, which stands last by itself. */
  readonly crumbs?: ReactNode
  readonly crumbHere?: string
  /** A line above the title. */
  readonly over?: ReactNode
  readonly lead?: ReactNode
  /** What stands beside the title: a status. */
  readonly beside?: ReactNode
  readonly actions?: ReactNode
}

/** Title of a page with the way to it and its actions; sets the title of the document. */
export function PageHead({ title, crumbs, crumbHere, over, lead, beside, actions }: PageHeadProps) {
  const { t } = useTranslation('common')
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`
  }, [title, t])
  return (
    <div className="page-head">
      <div className="grow">
        {crumbs !== undefined && (
          <nav aria-label={t('crumbs')} className="no-print">
            <ol className={classes.crumbs}>
              {Children.map(crumbs, (crumb) => (
                <li>
                  {crumb}
                  <IconChevronRight size={16} aria-hidden />
                </li>
              ))}
              <li aria-current="page">{crumbHere ?? title}</li>
            </ol>
          </nav>
        )}
        {over !== undefined && <p className="sm ink3">{over}</p>}
        <div className={classes.titleRow}>
          <h1 tabIndex={-1}>{title}</h1>
          {beside}
        </div>
        {lead !== undefined && <div className="lead">{lead}</div>}
      </div>
      {actions !== undefined && <div className={`${classes.actions} no-print`}>{actions}</div>}
    </div>
  )
}
