import { lazy, Suspense } from 'react'
import { MenuPlaceholder } from './menu-placeholder.tsx'

const LanguageChoice = lazy(async () => ({ default: (await import('./language-choice.tsx')).LanguageChoice }))

/** The interface language. What floats is fetched after the first screen stands. */
export function LanguageMenu() {
  return (
    <Suspense fallback={<MenuPlaceholder />}>
      <LanguageChoice />
    </Suspense>
  )
}
