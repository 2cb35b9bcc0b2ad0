import { initials } from '../lib/person-name.ts'
import classes from './person-avatar.module.css'

interface PersonAvatarProps {
  readonly name: string
  readonly kind?: 'staff' | 'worker' | 'partner' | 'child' | 'neutral'
  readonly size?: 'small' | 'normal'
}

/** Initials in a circle, beside the name: hidden from screen readers. */
export function PersonAvatar({ name, kind = 'staff', size = 'normal' }: PersonAvatarProps) {
  const look = kind === 'staff' ? '' : classes[kind]
  return (
    <span className={`${classes.avatar} ${look} ${size === 'small' ? classes.small : ''}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
