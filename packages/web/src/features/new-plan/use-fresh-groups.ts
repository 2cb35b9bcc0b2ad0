import { useEffect, useRef, useState } from 'react'

/** The groups of reasons that the last change of the facts added, by their reasons; the first answer counts as nothing new. */
export function useFreshGroups(groups: readonly { readonly reasons: readonly unknown[] }[]): ReadonlySet<string> {
  const before = useRef<ReadonlySet<string> | undefined>(undefined)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const keys = new Set(groups.map(({ reasons }) => JSON.stringify(reasons)))
    const known = before.current
    before.current = keys
    if (known) setFresh(new Set([...keys].filter((key) => !known.has(key))))
  }, [groups])
  return fresh
}
