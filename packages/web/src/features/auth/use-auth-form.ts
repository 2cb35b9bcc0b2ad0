import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../../components/error-summary.tsx'

/**
 * The small forms before the organisation: all fields are needed, and the answer of the service is one sentence. `send`
 * returns that sentence, or undefined when all went well.
 */
export function useAuthForm<Fields extends Record<string, string>>(
  initial: Fields,
  send: (values: Fields) => Promise<string | undefined>,
) {
  const { t } = useTranslation('errors')
  const [values, setValues] = useState(initial)
  const [empty, setEmpty] = useState<readonly string[]>([])
  const [message, setMessage] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const missing = Object.keys(values).filter((name) => values[name]?.trim() === '')
    setEmpty(missing)
    setMessage(undefined)
    const [first] = missing
    if (first !== undefined) {
      document.getElementById(fieldId(first))?.focus()
      return
    }
    setIsBusy(true)
    try {
      setMessage(await send(values))
    } finally {
      setIsBusy(false)
    }
  }

  return {
    values,
    message,
    isBusy,
    submit: (event: FormEvent) => void submit(event),
    field: (name: keyof Fields & string) => ({
      id: fieldId(name),
      name,
      value: values[name] ?? '',
      onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
        setValues({ ...values, [name]: event.currentTarget.value }),
      error: empty.includes(name) && values[name] === '' ? t('field.empty') : undefined,
    }),
  }
}
