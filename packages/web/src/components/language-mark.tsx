import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconRefreshAlert,
  IconRobot,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../lib/language.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import classes from './language-mark.module.css'

export type CoverageState = 'missing' | 'machine' | 'translated' | 'reviewed' | 'stale'

const pictures: Record<CoverageState, Icon> = {
  missing: IconCircleDashed,
  machine: IconRobot,
  translated: IconCircleHalf2,
  reviewed: IconCircleCheckFilled,
  stale: IconRefreshAlert,
}

interface LanguageMarkProps {
  readonly state: CoverageState
  /** Tag of the language whose text it is; said to screen readers and on hover. */
  readonly language?: string
  /** Show the word beside the glyph: in legends. */
  readonly withWord?: boolean
}

/** How far a text may be trusted in one language: one glyph per state, shape first, colour second. */
export function LanguageMark({ state, language, withWord = false }: LanguageMarkProps) {
  const { t } = useTranslation('common')
  const interfaceLanguage = useStaffLanguage()
  const Picture = pictures[state]
  const word = t(`unit.${state}`)
  const full =
    language === undefined ? word : t('unitIn', { language: languageName(language, interfaceLanguage), state: word })
  return (
    <span className={`${classes.mark} ${classes[state]}`} title={withWord ? undefined : full}>
      <Picture size={18} stroke={1.75} aria-hidden />
      <span className={withWord ? undefined : 'vh'}>{withWord ? word : full}</span>
    </span>
  )
}
