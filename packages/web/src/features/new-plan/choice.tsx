import { SegmentedControl, Select } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { fieldId } from '../../components/error-summary.tsx'
import { useIsNarrow } from '../../lib/use-is-narrow.ts'
import classes from './facts-form.module.css'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly className?: string | undefined
  readonly isFullWidth?: boolean
}

/** One of a few, all in sight; stacked on a narrow screen. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
  isFullWidth = false,
}: ChoiceProps<Value>) {
  const id = useId()
  const isNarrow = useIsNarrow()
  return (
    <div className={className}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        data={[...options]}
        value={value}
        onChange={(chosen) => onChange(chosen)}
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        fullWidth={isFullWidth || isNarrow}
      />
    </div>
  )
}

interface PickProps<Value extends string> extends Omit<ChoiceProps<Value>, 'isFullWidth' | 'className'> {
  readonly path: string
  readonly description?: ReactNode
  readonly error?: ReactNode
}

/** One of many, in a list. */
export function Pick<Value extends string>({
  path,
  label,
  value,
  options,
  onChange,
  description,
  error,
}: PickProps<Value>) {
  return (
    <Select
      id={fieldId(path)}
      label={label}
      data={[...options]}
      value={value}
      allowDeselect={false}
      description={description}
      error={error}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen)
      }}
    />
  )
}
