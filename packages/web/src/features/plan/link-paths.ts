import type { Language } from '@kase/shared/locales.ts'

/** The path of a worker page on this site, from the whole address that is given to the worker. */
export const pagePath = (url: string): string => new URL(url, window.location.origin).pathname

/** The path of that person's PDF in one language. */
export const pdfPath = (url: string, language: Language): string => `${pagePath(url)}/plan.pdf?lang=${language}`
