import type { Icon } from '@tabler/icons-react'
import classes from './filter-chips.module.css'

interface Chip<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon: Icon
  /** How many there are, where that is known. */
  readonly count?: number | undefined
}

interface FilterChipsProps<Value extends string> {
  readonly label: string
  readonly all: { readonly label: string; readonly count?: number | undefined }
  readonly chips: readonly Chip<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
}

/** Chips that narrow a list to one state; pressed again they let go. */
export function FilterChips<Value extends string>({ label, all, chips, value, onChange }: FilterChipsProps<Value>) {
  return (
    <fieldset className={classes.filters} aria-label={label}>
      <button type="button" aria-pressed={value === undefined} onClick={() => onChange(undefined)}>
        {all.label} {all.count !== undefined && <b>{all.count}</b>}
      </button>
      {chips.map(({ value: each, label: word, icon: Picture, count }) => (
        <button
          key={each}
          type="button"
          aria-pressed={value === each}
          onClick={() => onChange(value === each ? undefined : each)}
        >
          <Picture size={16} aria-hidden />
          {word} {count !== undefined && <b>{count}</b>}
        </button>
      ))}
    </fieldset>
  )
}
