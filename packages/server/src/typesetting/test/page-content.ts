/** What a page paints and under which marks: enough of a content stream's grammar for the checks. */

export interface ContentEvent {
  readonly kind: 'begin' | 'end' | 'paint' | 'show'
  readonly tag?: string
  readonly mcid?: number
  readonly operator?: string
  /** Font resource and character codes of shown text, in hexadecimal, as long as each is. */
  readonly font?: string
  readonly codes?: readonly string[]
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
      const codes = operands.filter((part) => /^(\(|<[^<])/.test(part)).flatMap(codesOf)
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

/** The codes of a string, as this engine's fonts divide it: one byte, two from `c0` on. */
const codesOf = (string: string): string[] =>
  Buffer.from(bytesOf(string), 'latin1')
    .toString('hex')
    .match(/[c-f].{3}|[0-9ab]./g) ?? []

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string as this engine writes it, or as qpdf does after it has put the file in order. */
const bytesOf = (string: string): string =>
  string.startsWith('<')
    ? Buffer.from(string.slice(1, -1), 'hex').toString('latin1')
    : string
        .slice(1, -1)
        .replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, letter = '') =>
          octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[letter as string] ?? (letter as string)),
        )
