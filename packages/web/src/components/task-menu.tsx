import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '../lib/trpc.ts'

type Task = Outputs['plan']['get']['tasks'][number]

interface TaskMenuProps {
  readonly task: Task
  readonly onEdit: () => void
  readonly onLeaveOut: () => void
}

/** What can be done with one task besides ticking it. A locked task cannot be left out. */
export function TaskMenu({ task, onEdit, onLeaveOut }: TaskMenuProps) {
  const { t } = useTranslation('plan')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('moreFor', { task: task.title })} className="no-print">
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
          {t('edit')}
        </Menu.Item>
        {!task.isLocked && (
          <Menu.Item leftSection={<IconX size={18} aria-hidden />} onClick={onLeaveOut}>
            {t('leaveOut')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
