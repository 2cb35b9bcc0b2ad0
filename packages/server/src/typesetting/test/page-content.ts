/** What a page paints and under which marks: enough of a content stream's grammar for the checks. */

export interface ContentEvent {
  readonly kind: 'begin' | 'end' | 'paint' | 'show'
  readonly tag?: string
  readonly mcid?: number
  readonly operator?: string
  /** Font resource and character codes of shown text. */
  readonly font?: string
  readonly codes?: readonly number[]
}

const tokens = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s<>[\]()/]+|[^\s<>[\]()/]+/g
const painting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'EI'])

/** Marks and painting in order. Images inside the stream are in hexadecimal, as this engine writes them. */
export function* contentEvents(content: string): Generator<ContentEvent> {
  let operands: string[] = []
  let font = ''
  for (const [token] of content.matchAll(tokens)) {
    if (token === 'BMC' || token === 'BDC') {
      const mcid = /\/MCID (\d+)/.exec(operands.join(' '))?.[1]
      yield { kind: 'begin', tag: operands[0] ?? '', ...(mcid === undefined ? {} : { mcid: Number(mcid) }) }
    } else if (token === 'EMC') yield { kind: 'end' }
    else if (token === 'Tf') font = operands[0] ?? ''
    else if (token === 'Tj' || token === 'TJ') {
      const codes = operands.filter((part) => /^<[0-9A-Fa-f]*>$/.test(part)).flatMap(codesOf)
      yield { kind: 'show', operator: token, font, codes }
    } else if (painting.has(token)) yield { kind: 'paint', operator: token }
    else if (/^[A-Za-z'"*]+[0-9]?\*?$/.test(token) && !['true', 'false', 'null'].includes(token)) {
      // Any other operator.
    } else {
      operands.push(token)
      continue
    }
    operands = []
  }
}

const codesOf = (hex: string): number[] => (hex.match(/[0-9A-Fa-f]{4}/g) ?? []).map((code) => Number.parseInt(code, 16))
