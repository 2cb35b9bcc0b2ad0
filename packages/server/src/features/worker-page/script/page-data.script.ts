/** What the server tells the script: attributes of the document's root and texts of a template. */

const root = document.documentElement.dataset

/** `/p/me/<ref>`; absent on pages that belong to no phone. */
export const base = root['base'] ?? ''
export const formToken = root['form'] ?? ''
/** When the saved copy that is shown was saved; set by the service worker. */
export const savedAt = root['saved']

/** A text of the page's language. */
export const text = (name: string): string =>
  document.querySelector<HTMLTemplateElement>('#words')?.content.querySelector(`[data-word="${name}"]`)?.textContent ??
  ''

/** The form of a text that goes with a number. */
export function countText(name: string, count: number): string {
  const rule = new Intl.PluralRules(document.documentElement.lang).select(count)
  return (text(`${name}-${rule}`) || text(`${name}-other`)).replace('{count}', String(count))
}
