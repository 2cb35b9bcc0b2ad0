import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isOf, ownersAmong, type Whose } from '../lib/task-groups.ts'
import type { Outputs } from '../lib/trpc.ts'
import { firstName } from '../lib/person-name.ts'
import classes from './whose-filter.module.css'

type Plan = Outputs['plan']['get']

interface WhoseFilterProps {
  readonly plan: Plan
  readonly value: Whose
  readonly onChange: (whose: Whose) => void
}

/** Narrows the tasks to one person's, with how many each has. */
export function WhoseFilter({ plan, value, onChange }: WhoseFilterProps) {
  const { t } = useTranslation('launch')
  const { tasks, participants } = plan
  const count = (whose: Whose) => tasks.filter((task) => isOf(task, whose, participants)).length
  const choices = [
    { value: 'everyone', label: t('tasks.everyone') },
    { value: 'employer', label: t('tasks.employer') },
    ...ownersAmong(tasks, participants).map((person) => ({ value: person.id, label: firstName(person.name) })),
  ]
  return (
    <div className={`${classes.scroll} no-print`}>
      <SegmentedControl
        aria-label={t('tasks.whose')}
        data={choices.map((choice) => ({ value: choice.value, label: `${choice.label} ${count(choice.value)}` }))}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
