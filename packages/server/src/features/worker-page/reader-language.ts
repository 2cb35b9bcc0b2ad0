import type { Request } from 'express'
import { workerPageLanguages } from '@kase/shared/i18n/worker/worker-texts.ts'
import { languageTags, matchLanguage, type Language } from '@kase/shared/locales.ts'
import { queryField } from './form-guard.ts'
import { readCookie } from './link-session.ts'

/** Which language a request is read in. */

export const languageCookie = 'kw_lang'

/** The language that `?lang=` asks for, forgiving case and region. */
export function askedLanguage(request: Request): Language | undefined {
  const tag = queryField(request, 'lang')
  return tag === undefined ? undefined : matchLanguage(tag)
}

/** The language that the switch was last set to on this phone. */
export const chosenLanguage = (request: Request): Language | undefined =>
  matchLanguage(readCookie(request.get('cookie'), languageCookie) ?? '')

/** The first language of the phone that the page has words in; English where there is none. */
export function phoneLanguage(request: Request): Language {
  const tags = (request.get('accept-language') ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', quality] = entry.split(';q=')
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .toSorted((a, b) => b.quality - a.quality)
  for (const { tag } of tags) {
    const language = matchLanguage(tag)
    if (language && workerPageLanguages.includes(language)) return language
  }
  return 'en'
}

/** The languages of the switch: those that the page or the content is offered in, and the reader's own. */
export function switchLanguages(content: readonly Language[], own: Language): Language[] {
  const offered = new Set<Language>([...content, ...workerPageLanguages, own])
  return languageTags.filter((tag) => offered.has(tag))
}
