import i18next from 'i18next'

/** Says in a corner of the screen, and to screen readers, what has just been done or refused. */
export async function notify(message: string, kind: 'done' | 'refused' = 'done'): Promise<void> {
  const { notifications } = await import('@mantine/notifications')
  notifications.show({
    message,
    color: kind === 'done' ? 'green' : 'red',
    autoClose: kind === 'done' ? 5000 : 12_000,
    role: kind === 'done' ? 'status' : 'alert',
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
  })
}
