import { useSyncExternalStore } from 'react'

const query = '(max-width: 47.99em)'

/** Whether the screen is as narrow as a phone's (under 48em), where rows of choices stack. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
