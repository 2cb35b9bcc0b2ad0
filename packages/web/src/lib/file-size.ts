import type { StaffLanguage } from '@kase/shared/locales.ts'
import { intlTag } from './language.ts'

/** How large a file is, as people say it: "840 kB", "3,1 Mt". Decimal units, as file lists show them. */
export function fileSize(bytes: number, language: StaffLanguage): string {
  const isLarge = bytes >= 1_000_000
  return new Intl.NumberFormat(intlTag[language], {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(1, isLarge ? bytes / 1_000_000 : bytes / 1000))
}
