import { Modal, type ModalRootProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'

interface DialogProps extends Pick<ModalRootProps, 'opened' | 'onClose' | 'size' | 'fullScreen'> {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** The content reaches the edges and brings its own padding. */
  readonly isWide?: boolean
}

/** A dialog: traps and returns the focus, closes with Esc. Its head is no `<header>`, which would be a second banner. */
export function Dialog({ title, lead, children, isWide = false, ...modal }: DialogProps) {
  const { t } = useTranslation('common')
  return (
    <Modal.Root centered {...modal}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={`${classes.head} ${isWide ? classes.wideHead : ''}`}>
          <div className="grow">
            <Modal.Title className={classes.title ?? ''}>{title}</Modal.Title>
            {lead !== undefined && <p className="sm ink2">{lead}</p>}
          </div>
          <Modal.CloseButton aria-label={t('close')} size="lg" />
        </div>
        <Modal.Body p={isWide ? 0 : 'lg'} pt={0}>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
