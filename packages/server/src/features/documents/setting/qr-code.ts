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
  // Any of the eight masks can be read; weighing them all would cost four times as much as everything else.
  const options = { errorCorrectionLevel: 'M', maskPattern: 0 } as const
  const { size, data } = qrcode.create([{ data: Buffer.from(address), mode: 'byte' }], options).modules
  return { drawing: { kind: 'modules', size, dark: data }, side: Math.max(side, size * smallestModule) }
}
