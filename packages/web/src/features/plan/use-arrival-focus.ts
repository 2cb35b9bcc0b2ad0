import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives the focus to what has just taken the place of the thing that had it, so that the keyboard goes on where it was: the
 * element itself when it is a button, else the first field in it.
 */
export function useArrivalFocus<T extends HTMLElement>(takesFocus = true): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => {
    const element = ref.current
    if (takesFocus) (element instanceof HTMLButtonElement ? element : element?.querySelector('input'))?.focus()
  }, [takesFocus])
  return ref
}
