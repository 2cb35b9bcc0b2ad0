import { Button, type ButtonProps } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'
import classes from './confirm-button.module.css'

interface ConfirmButtonProps {
  /** The words on the button, and on the one that does it. */
  readonly label: string
  /** What will happen, as a question and a sentence. */
  readonly title: string
  readonly text: ReactNode
  readonly onConfirm: () => void
  readonly isBusy?: boolean
  readonly button?: ButtonProps
}

/** A button for what cannot be taken back: it first says what will happen. */
export function ConfirmButton({ label, title, text, onConfirm, isBusy = false, button }: ConfirmButtonProps) {
  const { t } = useTranslation('common')
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <Button {...button} loading={isBusy} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog opened={isOpen} onClose={close} title={title}>
        <p>{text}</p>
        <div className={classes.actions}>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button
            color="red"
            variant="filled"
            onClick={() => {
              close()
              onConfirm()
            }}
          >
            {label}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
