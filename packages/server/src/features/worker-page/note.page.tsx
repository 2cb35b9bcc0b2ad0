import type { JSX, ReactNode } from 'react'
import { Icon, type IconName } from './icon.page.tsx'

interface NoteProps {
  readonly icon: IconName
  readonly tone?: 'act' | 'now' | 'late'
  readonly title: string
  /** Read out when it appears: an answer to what the reader has just done. */
  readonly isNews?: boolean
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export const Note = ({ icon, tone, title, isNews = false, children, action }: NoteProps): JSX.Element => (
  <div className={tone ? `note note--${tone}` : 'note'} role={isNews ? 'status' : undefined}>
    <Icon name={icon} />
    <div>
      <b>{title}</b>
      {children}
    </div>
    {action}
  </div>
)
