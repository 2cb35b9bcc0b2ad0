import type { SectionKey } from '@kase/shared/templates/template.schema.ts'
import {
  IconBabyCarriage,
  IconBriefcase2,
  IconId,
  IconKey,
  IconLifebuoy,
  IconLuggage,
  IconMessageLanguage,
  IconMusic,
  IconShoppingBag,
  IconStethoscope,
  type Icon,
} from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './section-icon.module.css'

const looks: Record<SectionKey, { readonly icon: Icon; readonly token: string }> = {
  'before-arrival': { icon: IconLuggage, token: 'arrival' },
  registration: { icon: IconId, token: 'registration' },
  housing: { icon: IconKey, token: 'housing' },
  'family-services': { icon: IconBabyCarriage, token: 'family' },
  work: { icon: IconBriefcase2, token: 'work' },
  health: { icon: IconStethoscope, token: 'health' },
  language: { icon: IconMessageLanguage, token: 'language' },
  'clubs-and-leisure': { icon: IconMusic, token: 'leisure' },
  'everyday-life': { icon: IconShoppingBag, token: 'everyday' },
  'rights-and-help': { icon: IconLifebuoy, token: 'rights' },
}

interface SectionIconProps {
  readonly section: SectionKey
  readonly size?: 'small' | 'normal'
  /** Set where the section's name does not stand beside the icon: then the icon says it. */
  readonly isNamed?: boolean
}

/** The topic of a task: icon on the section's colour. */
export function SectionIcon({ section, size = 'normal', isNamed = false }: SectionIconProps) {
  const { t } = useTranslation('sections')
  const { icon: Picture, token } = looks[section]
  const style = {
    '--section-bg': `var(--kw-sec-${token}-bg)`,
    '--section-fg': `var(--kw-sec-${token})`,
  } as CSSProperties
  const name = isNamed ? t(section) : undefined
  return (
    <span className={`${classes.icon} ${size === 'small' ? classes.small : ''}`} style={style} title={name}>
      <Picture size={size === 'small' ? 15 : 18} stroke={1.75} aria-hidden />
      {name !== undefined && <span className="vh">{name}</span>}
    </span>
  )
}
