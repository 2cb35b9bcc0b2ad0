import { hasEveryWord } from '../search-words.ts'
import { base, countText } from './page-data.script.ts'

/** Searches the plan that the phone keeps, as the server would: the saved home page knows nothing of what is searched for. */
export async function searchSavedPlan(): Promise<void> {
  const query = new URLSearchParams(location.search).get('q')?.trim()
  const plan = query ? await caches.match(`${base}/whole-plan.json`) : undefined
  if (!query || !plan) return
  const { texts } = (await plan.json()) as { texts: Record<string, string> }
  const isFound = (row: Element): boolean => {
    const key = /\/task\/([^/?]+)/.exec(row.querySelector('a')?.pathname ?? '')?.[1] ?? ''
    return hasEveryWord(texts[key] ?? '', query)
  }
  let count = 0
  for (const phase of document.querySelectorAll<HTMLDetailsElement>('details.phase')) {
    const rows = [...phase.querySelectorAll<HTMLElement>('.row')]
    for (const row of rows) row.hidden = !isFound(row)
    const found = rows.filter(({ hidden }) => !hidden).length
    phase.hidden = found === 0
    phase.open = found > 0
    count += found
  }
  document.querySelector('[aria-labelledby=next]')?.remove()
  const field = document.querySelector<HTMLInputElement>('#q')
  if (!field) return
  field.value = query
  const result = document.createElement('output')
  result.textContent = countText('found', count)
  field.closest('search')?.after(result)
}
