import { MantineProvider } from '@mantine/core'
import type { StaffLanguage } from '@kase/shared/locales.ts'
import i18next from 'i18next'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import en from '@kase/shared/i18n/staff/en.ts'
import fi from '@kase/shared/i18n/staff/fi.ts'
import sv from '@kase/shared/i18n/staff/sv.ts'

/** Renders a component to HTML in one interface language, as the app would, with the real catalogues. */
export async function renderStory(story: ReactElement, language: StaffLanguage = 'en'): Promise<string> {
  const i18n = i18next.createInstance()
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { en, fi, sv },
    interpolation: { escapeValue: false },
  })
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>{story}</MantineProvider>
    </I18nextProvider>,
  )
}

/** The words of some HTML, tags apart and blanks joined. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
