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

/** First letters of the first and the last word; two letters of a single word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const letters = last === '' ? [...first].slice(0, 2) : [[...first][0], [...last][0]]
  return letters.join('').toLocaleUpperCase()
}

/** What one calls a person in a heading: the first word of the name. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name
