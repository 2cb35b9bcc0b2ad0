import { useRouter } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'

/** After a change of page, moves the focus to its heading, so that screen readers and the keyboard start there. */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return
        const target = main.current?.querySelector<HTMLElement>('h1') ?? main.current
        target?.focus({ preventScroll: true })
      }),
    [router, main],
  )
}
