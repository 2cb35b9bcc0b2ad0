/** Notes that appear without a reload: one place on top of the page, read out by screen readers. */

const boxes = new Map<string, HTMLElement>()

/** Takes a note away. */
export function unnotice(name: string): void {
  boxes.get(name)?.remove()
  boxes.delete(name)
}

interface Notice {
  readonly icon: 'off' | 'tick'
  readonly title: string
  readonly lines?: readonly string[]
}

/** Shows a note under a name, in place of the one that stood there. */
export function notice(name: string, { icon, title, lines = [] }: Notice): void {
  unnotice(name)
  const model = document.querySelector<HTMLTemplateElement>('#words')?.content.querySelector(`[data-note=${icon}]`)
  const main = document.querySelector('main')
  if (!main || !model) return
  const box = model.firstElementChild?.cloneNode(true) as HTMLElement
  const body = box.querySelector('div')
  const [heading] = box.getElementsByTagName('b')
  if (heading) heading.textContent = title
  for (const line of lines.filter(Boolean)) body?.append(paragraph(line))
  main.prepend(box)
  boxes.set(name, box)
}

/** Puts the notes back on a page whose content was exchanged. */
export function keepNotices(): void {
  for (const box of boxes.values()) document.querySelector('main')?.prepend(box)
}

function paragraph(line: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = line
  return element
}
