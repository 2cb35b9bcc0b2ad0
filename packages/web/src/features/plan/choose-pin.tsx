import { pinPattern } from '@kase/shared/plans/share-link.schema.ts'
import { Button, PinInput } from '@mantine/core'
import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrivalFocus } from './use-arrival-focus.ts'

interface ChoosePinProps {
  readonly suggestion: string
  readonly isBusy: boolean
  readonly onChoose: (pin: string) => void
  readonly onSuggest: () => void
  readonly onCancel: () => void
}

/** Four digits, suggested or one's own. */
export function ChoosePin({ suggestion, isBusy, onChoose, onSuggest, onCancel }: ChoosePinProps) {
  const { t } = useTranslation(['share', 'common'])
  const id = useId()
  const fields = useArrivalFocus<HTMLDivElement>()
  const [pin, setPin] = useState(suggestion)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isWhole = pinPattern.test(pin)
    setIsIncomplete(!isWhole)
    if (isWhole) onChoose(pin)
  }
  const change = (next: string) => {
    setPin(next)
    setIsIncomplete(false)
  }
  return (
    <form className="stack g3" onSubmit={submit} noValidate>
      <div ref={fields} className="row wrap row-3">
        <PinInput
          length={4}
          type="number"
          inputMode="numeric"
          ariaLabel={t('pin.digit')}
          aria-describedby={id}
          value={pin}
          error={isIncomplete}
          onChange={change}
        />
        <Button variant="subtle" size="compact-md" onClick={onSuggest}>
          {t('pin.another')}
        </Button>
      </div>
      {isIncomplete && (
        <p className="xs late" role="alert">
          {t('pin.incomplete')}
        </p>
      )}
      <p className="xs ink2" id={id}>
        {t('pin.lead')} {t('pin.rules')}
      </p>
      <div className="row wrap">
        <Button type="submit" size="compact-md" loading={isBusy}>
          {t('pin.save')}
        </Button>
        <Button size="compact-md" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
