import type { ErrorCode } from '@kase/shared/errors.ts'
import { TRPCClientError } from '@trpc/client'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

interface RefusalData {
  readonly code?: string
  readonly fields?: readonly { readonly path: string; readonly issue: string }[]
}

const dataOf = (error: unknown): RefusalData | undefined =>
  error instanceof TRPCClientError ? ((error.data as RefusalData | null | undefined) ?? undefined) : undefined

/** The domain code of a refused call; `offline` when no answer came, `unexpected` for anything that is no refusal. */
export function codeOf(error: unknown): ErrorCode | 'offline' {
  const code = dataOf(error)?.code
  if (code !== undefined) return code as ErrorCode
  return error instanceof TRPCClientError ? 'offline' : 'unexpected'
}

/** The words of a refused call in the interface language. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors')
  return (error) => errorText(error, t)
}

function errorText(error: unknown, t: TFunction<'errors'>): string {
  const code = codeOf(error)
  return t(code, { defaultValue: t('unexpected') })
}

/** What is wrong with each field of a refused form, by the path that the server names (`family.0.age`), in words. */
export function useFieldErrors(): (error: unknown) => ReadonlyMap<string, string> {
  const { t } = useTranslation('errors')
  return (error) =>
    new Map(
      (dataOf(error)?.fields ?? []).map(({ path, issue }) => [
        path,
        t(`field.${issue}` as 'field.invalid', { defaultValue: t('field.invalid') }),
      ]),
    )
}
