/** Keeps the place of a menu in the header while its code is on the way. */
export function MenuPlaceholder() {
  return <span style={{ width: '3.5rem', height: '2.75rem' }} aria-hidden="true" />
}
