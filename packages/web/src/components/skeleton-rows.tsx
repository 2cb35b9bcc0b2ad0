import { useTranslation } from 'react-i18next'
import classes from './skeleton-rows.module.css'

/** The shape of a list while its words are on the way. */
export function SkeletonRows({ rows = 3 }: { readonly rows?: number }) {
  const { t } = useTranslation('common')
  return (
    <div className="rows" aria-live="polite" aria-busy="true">
      <span className="vh">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} aria-hidden="true">
          <span className="stack g2">
            <span className={`${classes.block} ${classes.half}`} />
            <span className={`${classes.block} ${classes.tall}`} />
          </span>
          <span className="stack g2">
            <span className={`${classes.block} ${classes.most}`} />
            <span className={`${classes.block} ${classes.half}`} />
          </span>
          <span className={`${classes.block} ${classes.tall}`} />
        </div>
      ))}
    </div>
  )
}
