import type en from '@kase/shared/i18n/staff/en.ts'
import type { StaffLanguage } from '@kase/shared/locales.ts'
import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { rememberLanguage } from './language.ts'

export type Catalogue = typeof en

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Catalogue
  }
}

const load: Record<StaffLanguage, () => Promise<{ default: Catalogue }>> = {
  fi: () => import('@kase/shared/i18n/staff/fi.ts'),
  sv: () => import('@kase/shared/i18n/staff/sv.ts'),
  en: () => import('@kase/shared/i18n/staff/en.ts'),
}

/** Starts the translator with one language; the others are fetched when somebody switches to them. */
export async function startI18n(language: StaffLanguage): Promise<i18n> {
  const { default: catalogue } = await load[language]()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: catalogue },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  rememberLanguage(language)
  return i18next
}

/** Switches the interface language and keeps the choice. */
export async function switchLanguage(language: StaffLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common')) {
    const { default: catalogue } = await load[language]()
    for (const [namespace, texts] of Object.entries(catalogue))
      i18next.addResourceBundle(language, namespace, texts, true, true)
  }
  await i18next.changeLanguage(language)
  rememberLanguage(language)
}

/** The interface language of the moment; the component renders again when it changes. */
export function useStaffLanguage(): StaffLanguage {
  return useTranslation().i18n.language as StaffLanguage
}
