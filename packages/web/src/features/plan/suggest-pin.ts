const codes = 10_000
/** As many numbers of 16 bits as fall evenly on the codes; the rest would favour the low ones. */
const even = 60_000

/** Four random digits, other ones than before; every code is as likely as any other. */
export function suggestPin(before?: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint16Array(1))
  const pin = String(number % codes).padStart(4, '0')
  return number >= even || pin === before ? suggestPin(before) : pin
}
