import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './share-pin.module.css'
import { useArrivalFocus } from './use-arrival-focus.ts'

interface PinAtRestProps {
  readonly hasPin: boolean
  readonly name: string
  /** A step has just ended here: the focus, which went with it, starts again at the first button. */
  readonly takesFocus: boolean
  readonly onSet: () => void
  readonly onRemove: () => void
}

/** Whether the page asks for a PIN, and the ways to change that. */
export function PinAtRest({ hasPin, name, takesFocus, onSet, onRemove }: PinAtRestProps) {
  const { t } = useTranslation('share')
  const first = useArrivalFocus<HTMLButtonElement>(takesFocus)
  return (
    <div className="stack g2">
      <p className="xs ink2">{t(hasPin ? 'pin.isSet' : 'pin.none')}</p>
      <div className="row wrap">
        <Button ref={first} size="compact-md" onClick={onSet}>
          {t(hasPin ? 'pin.change' : 'pin.set')}
          <span className="vh">: {name}</span>
        </Button>
        {hasPin && (
          <Button size="compact-md" color="red" onClick={onRemove}>
            {t('pin.remove')}
            <span className="vh">: {name}</span>
          </Button>
        )}
      </div>
    </div>
  )
}

interface PinToldProps {
  readonly pin: string
  readonly name: string
  readonly onNoted: () => void
}

/** The only time that a PIN is shown, with how to hand it over. */
export function PinTold({ pin, name, onNoted }: PinToldProps) {
  const { t } = useTranslation('share')
  const id = useId()
  const noted = useArrivalFocus<HTMLButtonElement>()
  const digits = pin.split('')
  return (
    <div className="stack g2">
      <div id={id} className="stack g2">
        <p>
          <span className="vh">{t('pin.shown', { digits: digits.join(' ') })}</span>
          <span className={classes.digits} aria-hidden="true">
            {digits.map((digit, index) => (
              <span key={index}>{digit}</span>
            ))}
          </span>
        </p>
        <p className="xs ink2">{t('pin.tell', { name })}</p>
        <p className="xs ink3">{t('pin.rules')}</p>
      </div>
      <div>
        <Button ref={noted} size="compact-md" aria-describedby={id} onClick={onNoted}>
          {t('pin.noted')}
        </Button>
      </div>
    </div>
  )
}

interface PinRemovalProps {
  readonly isBusy: boolean
  readonly onRemove: () => void
  readonly onCancel: () => void
}

/** What happens when the PIN goes, before it goes. */
export function PinRemoval({ isBusy, onRemove, onCancel }: PinRemovalProps) {
  const { t } = useTranslation(['share', 'common'])
  const id = useId()
  const cancel = useArrivalFocus<HTMLButtonElement>()
  return (
    <div className="stack g2">
      <p className="xs ink2" id={id}>
        {t('pin.removeText')}
      </p>
      <div className="row wrap">
        <Button size="compact-md" variant="filled" color="red" loading={isBusy} onClick={onRemove}>
          {t('pin.remove')}
        </Button>
        <Button ref={cancel} size="compact-md" aria-describedby={id} onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
