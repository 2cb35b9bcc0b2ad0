import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { factsForPreview, type FactsValues } from './facts-values.ts'

const pauseInMilliseconds = 350

/** What the plan of these facts would hold, asked for when the typing pauses; the last answer stays until the next is there. */
export function usePreview(values: FactsValues) {
  const trpc = useTRPC()
  const language = useStaffLanguage()
  const [settled] = useDebouncedValue(values, pauseInMilliseconds)
  const facts = useMemo(() => factsForPreview(settled), [settled])
  return useQuery(
    trpc.plan.preview.queryOptions(facts ? { facts, language } : skipToken, { placeholderData: keepPreviousData }),
  )
}

export type Preview = ReturnType<typeof usePreview>
