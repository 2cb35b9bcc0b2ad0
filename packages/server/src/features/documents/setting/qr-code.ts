/** QR codes as drawings. */
import qrcode from 'qrcode'
import type { Drawing } from '../../../typesetting/content.ts'
import { mm } from './measures.ts'

/** Below this a phone's camera fails on office paper. */
const smallestModule = mm(0.4)

export interface QrCode {
  readonly drawing: Drawing
  /** Side in points: as asked, or larger when the address needs so many modules. */
  readonly side: number
}

/** The code of an address, `side` points wide, or wider when its modules would become too small to read. */
export function qrCode(address: string, side: number): QrCode {
  const { size, data } = qrcode.create([{ data: Buffer.from(address), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  }).modules
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from(data.subarray(row * size, (row + 1) * size)).join(''),
  )
  return { drawing: { kind: 'modules', size, rows }, side: Math.max(side, size * smallestModule) }
}
