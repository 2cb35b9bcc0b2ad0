import { IconAlertCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './error-summary.module.css'

interface ErrorSummaryProps {
  /** What the server said about the form as a whole. */
  readonly message?: string | undefined
  readonly errors?: ReadonlyMap<string, string> | undefined
  /** Name of the field at a path, as its label says. */
  readonly labelOf?: (path: string) => string
}

/** What stands over a form that was refused: how many fields need a look, each a link to its field. It takes the focus. */
export function ErrorSummary({ message, errors, labelOf }: ErrorSummaryProps) {
  const { t } = useTranslation('common')
  const box = useRef<HTMLDivElement>(null)
  const paths = [...(errors?.keys() ?? [])]
  const isShown = message !== undefined || paths.length > 0
  const said = `${message ?? ''}${paths.join()}`
  useEffect(() => {
    if (said !== '') box.current?.focus()
  }, [said])
  if (!isShown) return null
  return (
    <div className={classes.summary} role="alert" tabIndex={-1} ref={box}>
      <IconAlertCircle size={20} aria-hidden />
      <div>
        <p className="semi">{message ?? t('summary', { count: paths.length })}</p>
        {paths.length > 0 && labelOf !== undefined && (
          <ul className={classes.fields}>
            {paths.map((path) => (
              <li key={path}>
                <a href={`#${fieldId(path)}`} onClick={(event) => focusField(event, path)}>
                  {labelOf(path)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** The id of the input for the field at a path. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`

function focusField(event: React.MouseEvent, path: string): void {
  const field = document.getElementById(fieldId(path))
  if (!field) return
  event.preventDefault()
  field.focus()
}
