import { languages, staffLanguages } from '@kase/shared/locales.ts'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { switchLanguage, useStaffLanguage } from '../lib/i18n.ts'
import classes from './language-choice.module.css'

/** The menu of interface languages, each named in its own words. */
export function LanguageChoice() {
  const { t } = useTranslation('common')
  const current = useStaffLanguage()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {current.toUpperCase()}
          <span className="vh">
            , {t('languageMenu')}: {languages[current].nativeName}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {staffLanguages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            role="menuitemradio"
            aria-checked={language === current}
            className={language === current ? classes.chosen : undefined}
            onClick={() => void switchLanguage(language)}
          >
            {languages[language].nativeName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
