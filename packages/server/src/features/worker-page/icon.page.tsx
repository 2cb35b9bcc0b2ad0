import type { JSX } from 'react'

/** The icons of the page: drawn for it, 24 grid, stroke 2. Always beside a word, so hidden from screen readers. */

const shapes = {
  globe:
    '<circle cx="12" cy="12" r="9"/><ellipse cx="12" cy="12" rx="3.8" ry="9"/><path d="M3.3 9.3h17.4M3.3 14.7h17.4"/>',
  phone:
    '<path d="M6.2 3.5h2.6c.5 0 .9.3 1 .8l.8 3.1-1.9 1.6c1.2 2.7 3.6 5.1 6.3 6.3l1.6-1.9 3.1.8c.5.1.8.5.8 1v2.6c0 1.5-1.2 2.7-2.7 2.6C10 19.9 4.1 14 3.6 6.2 3.5 4.7 4.7 3.5 6.2 3.5z"/>',
  cal: '<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 10h17M8 2.8v4M16 2.8v4"/>',
  pin: '<path d="M12 21.3c4.6-4.4 7-8 7-11.3a7 7 0 0 0-14 0c0 3.3 2.4 6.9 7 11.3z"/><circle cx="12" cy="10" r="2.4"/>',
  go: '<path d="M9 5l7 7-7 7"/>',
  back: '<path d="M20 12H4.5M10.5 5.5L4 12l6.5 6.5"/>',
  tick: '<path d="M5 12.8l4.4 4.4L19 7.5"/>',
  ring: '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.8"/><path d="M5.7 5.7l3.6 3.6M14.7 14.7l3.6 3.6M18.3 5.7l-3.6 3.6M9.3 14.7l-3.6 3.6"/>',
  unseen:
    '<path d="M3.5 3.5l17 17M10 6.2a9.5 9.5 0 0 1 2-.2c5 0 8.2 4.2 9 6a13 13 0 0 1-2.6 3.5M6.7 7.8A12.5 12.5 0 0 0 3 12c.8 1.8 4 6 9 6a9 9 0 0 0 4-.9"/><path d="M10 10.2a2.7 2.7 0 0 0 3.8 3.8"/>',
  save: '<path d="M12 3.5v11M7.5 10.5l4.5 4.5 4.5-4.5M4 20h16"/>',
  type: '<path d="M2.8 18.5L7.7 5.5h.6l4.9 13M4.6 14h6.8M14.6 18.5l3.2-8.5h.4l3.2 8.5M15.7 15.7h4.6"/>',
  print: '<path d="M7 8.5v-5h10v5M7 16.5H4v-8h16v8h-3"/><path d="M7 13.5h10v7H7z"/>',
  talk: '<path d="M4 4.5h16v11h-8.5l-4.5 4v-4H4z"/><path d="M8 8.5h8M8 11.5h5"/>',
  ask: '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.3a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.9M12 16.8v.1"/>',
  new: '<path d="M12 3.5L2.8 20h18.4z"/><path d="M12 10v4.5M12 17.3v.1"/>',
  off: '<path d="M3 3l18 18M5 11.5a11 11 0 0 1 3.6-2.3M12.5 8.3a11 11 0 0 1 6.5 3.2M8.3 15.2a5.5 5.5 0 0 1 5.7-1.2M12 19v.1"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5l5 5"/>',
} as const

export type IconName = keyof typeof shapes

/** `turns`: an arrow that points along the direction of reading; clocks, phones and ticks never turn. */
export const Icon = ({ name, turns = false }: { name: IconName; turns?: boolean }): JSX.Element => (
  <svg className={turns ? 'icon icon--turn' : 'icon'} aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
)

/** The symbols that a rendered body uses, to stand once at its start. */
export function spriteFor(body: string, hasAll = false): string {
  const symbols = Object.entries(shapes)
    .filter(([name]) => hasAll || body.includes(`<use href="#${name}"`))
    .map(([name, shape]) => `<symbol id="${name}" viewBox="0 0 24 24">${shape}</symbol>`)
  return `<svg width="0" height="0" class="hidden" aria-hidden="true">${symbols.join('')}</svg>`
}
