import { useRef } from 'react'

/**
 * A key for a request that must happen once: the same for the same input until the request has gone through, so that a double
 * click and a second try after a lost answer make one thing. `crypto.randomUUID` is missing on a plain http address.
 */
export function useRequestKey() {
  const latest = useRef<{ readonly input: string; readonly key: string }>(undefined)
  return {
    keyFor: (input: unknown): string => {
      const text = JSON.stringify(input)
      if (latest.current?.input !== text) latest.current = { input: text, key: randomUuid() }
      return latest.current.key
    },
    /** The next request is another one, even for the same input. */
    renew: () => {
      latest.current = undefined
    },
  }
}

/** A random UUID (RFC 9562, version 4). */
function randomUuid(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
