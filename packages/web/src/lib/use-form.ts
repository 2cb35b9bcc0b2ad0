import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from './errors.ts'

export interface Form<Values, Checked> {
  readonly values: Values
  /** Changes some values; the complaint about each of them goes away. */
  readonly change: (changes: Partial<Values>) => void
  readonly replace: (values: Values) => void
  /** Words for what is wrong, by path (`worker.name`). */
  readonly errors: ReadonlyMap<string, string>
  /** The checked values, or undefined after showing what is wrong. */
  readonly check: () => Checked | undefined
  /** Shows what the server found wrong with the fields. */
  readonly refuse: (error: unknown) => void
}

/** What a form needs of a zod schema. */
interface Schema<Checked> {
  readonly safeParse: (
    values: unknown,
  ) =>
    | { readonly success: true; readonly data: Checked }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code: string
}

const nothing: ReadonlyMap<string, string> = new Map()

/** A form on one of the shared schemas: the same rules and the same words before and after it reaches the server. */
export function useForm<Checked, Values extends object>(
  schema: Schema<Checked>,
  initial: Values,
): Form<Values, Checked> {
  const { t } = useTranslation('errors')
  const fieldErrors = useFieldErrors()
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState(nothing)
  const latest = useRef(values)
  const replace = (next: Values) => {
    latest.current = next
    setValues(next)
  }
  return {
    values,
    errors,
    replace,
    change: (changes) => {
      replace({ ...latest.current, ...changes })
      if (errors.size > 0) setErrors(withoutKeys(errors, Object.keys(changes)))
    },
    check: () => {
      const result = schema.safeParse(latest.current)
      if (result.success) {
        setErrors(nothing)
        return result.data
      }
      setErrors(
        new Map(
          result.error.issues.map((issue) => [
            issue.path.join('.'),
            t(`field.${issueKey(issue)}` as 'field.invalid', { defaultValue: t('field.invalid') }),
          ]),
        ),
      )
      return undefined
    },
    refuse: (error) => setErrors(fieldErrors(error)),
  }
}

/** Our own schemas name what is wrong (`too-long`); for the rest zod's issue code is the key. The server does the same. */
const issueKey = ({ message, code }: Issue): string => (/^[a-z]+(-[a-z]+)*$/.test(message) ? message : code)

const withoutKeys = (errors: ReadonlyMap<string, string>, keys: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...errors].filter(([path]) => !keys.some((key) => path === key || path.startsWith(`${key}.`))))
