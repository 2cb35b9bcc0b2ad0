/** How words are compared in a search, on the server and on a phone without a connection. Pure. */

/** Without case and combining marks, and with one blank between words. */
export const simplified = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

/** Whether every word of a query stands somewhere in a text that is already simplified. */
export const hasEveryWord = (text: string, query: string): boolean =>
  simplified(query)
    .split(' ')
    .every((word) => text.includes(word))
