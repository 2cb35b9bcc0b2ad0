/**
 * Object streams (PDF 1.5, ISO 32000-1, 7.5.7): the many small objects of a structure tree packed and compressed together.
 * A tagged plan of 30 tasks has some 600 of them, which otherwise are more than half of the file.
 */
import { deflateSync } from 'node:zlib'

/** Objects a reader has to unpack at once to get at one of them. */
const objectsPerStream = 1000

/** Where an object is: at an offset of the file, or at a place in an object stream. */
export type ObjectPlace = { readonly offset: number } | { readonly stream: number; readonly index: number }

export interface PackedObject {
  readonly id: number
  readonly body: string
}

/** One object stream, as the text of its own object without `N 0 obj`. */
export interface ObjectStream {
  readonly ids: readonly number[]
  readonly head: string
  readonly data: Buffer
}

/** The streams that hold the objects, in order. */
export function objectStreams(objects: readonly PackedObject[]): ObjectStream[] {
  const streams: ObjectStream[] = []
  for (let start = 0; start < objects.length; start += objectsPerStream) {
    const group = objects.slice(start, start + objectsPerStream)
    let offset = 0
    const places = group.map(({ id, body }) => {
      const place = `${id} ${offset}`
      offset += Buffer.byteLength(body, 'latin1') + 1
      return place
    })
    const index = `${places.join(' ')}\n`
    const data = deflateSync(Buffer.from(`${index}${group.map(({ body }) => body).join('\n')}\n`, 'latin1'), {
      level: 9,
    })
    const head = `<< /Type /ObjStm /N ${group.length} /First ${index.length} /Length ${data.length} /Filter /FlateDecode >>`
    streams.push({ ids: group.map(({ id }) => id), head, data })
  }
  return streams
}

/**
 * A cross-reference stream (7.5.8): one row of seven bytes for each object, the free one at 0 included. Each row is the
 * difference to the one above (PNG's "up"), of which little is left when packed.
 */
export function crossReferences(places: readonly (ObjectPlace | undefined)[]): Buffer {
  const rows = Buffer.alloc((places.length + 1) * rowWidth)
  rows.writeUInt16BE(0xffff, rowWidth - 2)
  places.forEach((place, index) => {
    if (!place) return
    const at = (index + 1) * rowWidth
    const inStream = 'stream' in place
    rows.writeUInt8(inStream ? 2 : 1, at)
    rows.writeUInt32BE(inStream ? place.stream : place.offset, at + 1)
    rows.writeUInt16BE(inStream ? place.index : 0, at + 5)
  })
  return deflateSync(differences(rows), { level: 9 })
}

function differences(rows: Buffer): Buffer {
  const count = rows.length / rowWidth
  const result = Buffer.alloc(count * (rowWidth + 1))
  for (let row = 0; row < count; row++) {
    const to = row * (rowWidth + 1)
    result[to] = up
    for (let column = 0; column < rowWidth; column++) {
      const at = row * rowWidth + column
      result[to + 1 + column] = ((rows[at] ?? 0) - (rows[at - rowWidth] ?? 0)) & 0xff
    }
  }
  return result
}

/** PNG's number for rows that are differences to the one above. */
const up = 2

/** What the dictionary of a cross-reference stream says of its rows: kind, offset or stream, generation or index. */
export const crossReferenceRows = '/W [1 4 2] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 7 >>'
const rowWidth = 7
