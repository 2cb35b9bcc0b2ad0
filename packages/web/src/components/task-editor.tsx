import { Button, Select, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '../lib/trpc.ts'
import type { TaskChange } from '../lib/use-task-changes.ts'
import { useMembers } from '../lib/use-owner.ts'
import { DateField } from './date-field.tsx'
import classes from './task-editor.module.css'

type Task = Outputs['plan']['get']['tasks'][number]

interface TaskEditorProps {
  readonly task: Task
  readonly isBusy: boolean
  readonly onSave: (change: TaskChange) => void
  readonly onClose: () => void
}

/** Under a task: its date, its owner and the employer's own words. Only what was changed is sent. */
export function TaskEditor({ task, isBusy, onSave, onClose }: TaskEditorProps) {
  const { t } = useTranslation(['plan', 'common'])
  const members = useMembers()
  const [note, setNote] = useState(task.note ?? '')
  const [dueOn, setDueOn] = useState(task.dueOn)
  const [ownerId, setOwnerId] = useState(task.ownerId)
  const hasOwner = task.assignee === 'hr' || task.assignee === 'buddy'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave({
      ...(dueOn !== task.dueOn && { dueOn }),
      ...(ownerId !== task.ownerId && { ownerId }),
      ...(note.trim() !== (task.note ?? '') && { note: note.trim() }),
    })
  }
  return (
    <form className={classes.editor} onSubmit={submit}>
      {task.isLocked ? (
        <span />
      ) : (
        <Textarea
          label={t('note')}
          description={t('noteHint')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <DateField
        label={t('due')}
        value={dueOn ?? undefined}
        onChange={(date) => setDueOn(date ?? null)}
        isClearable={false}
      />
      {hasOwner && (
        <Select
          label={t('owner')}
          placeholder={t('nobody')}
          clearable
          data={members.map((member) => ({ value: member.userId, label: member.name }))}
          value={ownerId}
          onChange={setOwnerId}
        />
      )}
      <div className={`row wrap ${classes.wide}`}>
        <Button type="submit" variant="filled" loading={isBusy}>
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        {task.isDateFixed && (
          <Button variant="subtle" onClick={() => onSave({ dueOn: null })}>
            {t('ruleDate')}
          </Button>
        )}
      </div>
    </form>
  )
}
