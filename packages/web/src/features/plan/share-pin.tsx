import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { firstName } from '../../lib/person-name.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { ChoosePin } from './choose-pin.tsx'
import { PinAtRest, PinRemoval, PinTold } from './share-pin-steps.tsx'
import classes from './share-pin.module.css'
import { suggestPin } from './suggest-pin.ts'
import { useLinkChanges } from './use-link-changes.ts'

interface SharePinProps {
  readonly planId: string
  readonly person: Outputs['plan']['get']['participants'][number]
  readonly link: Pick<Outputs['shareLink']['list'][number], 'id' | 'hasPin'>
}

type Step =
  | { readonly name: 'rest'; readonly isBack: boolean }
  | { readonly name: 'choose'; readonly suggestion: string }
  | { readonly name: 'told'; readonly pin: string }
  | { readonly name: 'remove' }

const atFirst: Step = { name: 'rest', isBack: false }
const back: Step = { name: 'rest', isBack: true }

/** The optional PIN of a link: set, changed or removed in place. Whoever sets it sees it once; the server keeps its hash only. */
export function SharePin({ planId, person, link }: SharePinProps) {
  const changes = useLinkChanges(planId, person)
  const [step, setStep] = useState(atFirst)
  const name = firstName(person.name)
  const isBusy = changes.isSettingPin
  const suggest = (before?: string) => setStep({ name: 'choose', suggestion: suggestPin(before) })
  const set = async (pin: string | null) => {
    if (await changes.setPin(link.id, pin)) setStep(pin === null ? back : { name: 'told', pin })
  }
  const goBack = () => setStep(back)
  switch (step.name) {
    case 'choose':
      return (
        <Frame hasPin={link.hasPin}>
          <ChoosePin
            key={step.suggestion}
            suggestion={step.suggestion}
            isBusy={isBusy}
            onChoose={(pin) => void set(pin)}
            onSuggest={() => suggest(step.suggestion)}
            onCancel={goBack}
          />
        </Frame>
      )
    case 'told':
      return (
        <Frame hasPin>
          <PinTold pin={step.pin} name={name} onNoted={goBack} />
        </Frame>
      )
    case 'remove':
      return (
        <Frame hasPin>
          <PinRemoval isBusy={isBusy} onRemove={() => void set(null)} onCancel={goBack} />
        </Frame>
      )
    case 'rest':
      return (
        <Frame hasPin={link.hasPin}>
          <PinAtRest
            hasPin={link.hasPin}
            name={name}
            takesFocus={step.isBack}
            onSet={() => suggest()}
            onRemove={() => setStep({ name: 'remove' })}
          />
        </Frame>
      )
  }
}

function Frame({ hasPin, children }: { readonly hasPin: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('share')
  const Picture = hasPin ? IconLock : IconLockOpen
  return (
    <div className={classes.pin}>
      <Picture size={18} className={`icon ${hasPin ? classes.set : 'ink3'}`} aria-hidden />
      <div className="grow stack g1">
        <p className="sm med">{t('pin.title')}</p>
        {children}
      </div>
    </div>
  )
}
