import type { Icon } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import classes from './tone-badge.module.css'

export type Tone = 'neutral' | 'blue' | 'indigo' | 'green' | 'amber' | 'red'

interface ToneBadgeProps {
  readonly icon: Icon
  readonly tone: Tone
  readonly word: string
  /** Filled: for what is over and done. */
  readonly isSolid?: boolean
}

/** The state of a thing: icon, word, then colour. */
export function ToneBadge({ icon: Picture, tone, word, isSolid = false }: ToneBadgeProps) {
  const style = { '--tone-bg': `var(--kw-${tone}-bg)`, '--tone-fg': `var(--kw-${tone}-fg)` } as CSSProperties
  return (
    <span className={`${classes.badge} ${isSolid ? classes.solid : ''}`} style={isSolid ? undefined : style}>
      <Picture size={15} stroke={2} aria-hidden />
      {word}
    </span>
  )
}
