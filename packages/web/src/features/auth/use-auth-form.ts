import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../../components/error-summary.tsx'
import type { AuthResult } from '../../lib/auth.ts'

/**
 * The small forms before the organisation: every field is needed. `send` goes on by itself when all went well; a refusal is
 * said at the fields it names, or over the form.
 */
export function useAuthForm<Fields extends Record<string, string>>(
  initial: Fields,
  send: (values: Fields) => Promise<AuthResult>,
) {
  const { t } = useTranslation('errors')
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Readonly<Partial<Record<string, string>>>>({})
  const [message, setMessage] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const complain = (issues: Readonly<Record<string, string>>) => {
    setErrors(issues)
    const [first] = Object.keys(issues)
    if (first !== undefined) document.getElementById(fieldId(first))?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setMessage(undefined)
    const empty = Object.keys(values).filter((name) => values[name]?.trim() === '')
    complain(Object.fromEntries(empty.map((name) => [name, t('field.empty')])))
    if (empty.length > 0) return
    setIsBusy(true)
    const result = await send(values)
    setIsBusy(false)
    if (result.ok) return
    const known = result.fields.filter(({ path }) => path in values)
    complain(
      Object.fromEntries(
        known.map(({ path, issue }) => [
          path,
          t(`field.${issue}` as 'field.invalid', { defaultValue: t('field.invalid') }),
        ]),
      ),
    )
    if (known.length === 0) setMessage(t(result.code))
  }

  return {
    message,
    isBusy,
    submit: (event: FormEvent) => void submit(event),
    field: (name: keyof Fields & string) => ({
      id: fieldId(name),
      name,
      value: values[name] ?? '',
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
        setValues({ ...values, [name]: event.currentTarget.value })
        setErrors({ ...errors, [name]: undefined })
      },
      error: errors[name],
    }),
  }
}
