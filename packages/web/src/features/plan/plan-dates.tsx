import { anchors, type Anchor } from '@kase/shared/facts/facts.schema.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyDates } from '../../components/key-dates.tsx'
import { useMyPlace } from '../../lib/my-place.ts'
import type { Outputs } from '../../lib/trpc.ts'

const MoveDates = lazy(async () => ({ default: (await import('./move-dates.tsx')).MoveDates }))

/** The days that the plan counts from, with today among them. In a running plan each can be moved, and a missing one given. */
export function PlanDates({ plan }: { readonly plan: Outputs['plan']['get'] }) {
  const { t } = useTranslation(['plan', 'facts'])
  const place = useMyPlace()
  const [moving, setMoving] = useState<Anchor>()
  const opener = useRef<HTMLElement>(null)
  const mayMove = place !== undefined && can(place.role, 'plan.write') && plan.state === 'launched'
  const action = (anchor: Anchor, isKnown: boolean) =>
    mayMove && (
      <button
        type="button"
        className="link xs no-print"
        aria-label={t(isKnown ? 'move.actionFor' : 'move.giveFor', { date: t(`facts:anchor.${anchor}`) })}
        onClick={(event) => {
          opener.current = event.currentTarget
          setMoving(anchor)
        }}
      >
        {t(isKnown ? 'move.action' : 'move.give')}
      </button>
    )
  const dates = anchors.flatMap((anchor) => {
    const date = plan.dates[anchor]
    return date === undefined
      ? []
      : [{ key: anchor, label: t(`facts:anchor.${anchor}`), date, action: action(anchor, true) }]
  })
  const awaited = mayMove ? anchors.filter((anchor) => plan.tasks.some((task) => task.waitsForDate === anchor)) : []
  const unknown = awaited
    .filter((anchor) => plan.dates[anchor] === undefined)
    .map((anchor) => ({ key: anchor, label: t(`facts:anchor.${anchor}`), action: action(anchor, false) }))
  const close = () => {
    setMoving(undefined)
    // The dialog is mounted open, so it does not know whom to give the focus back to.
    window.setTimeout(() => opener.current?.focus(), 50)
  }
  return (
    <>
      {dates.length + unknown.length > 0 && <KeyDates dates={dates} today={plan.today} unknown={unknown} />}
      {moving !== undefined && (
        <Suspense>
          <MoveDates plan={plan} anchor={moving} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
