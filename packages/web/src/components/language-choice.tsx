import { languages, staffLanguages, type StaffLanguage } from '@kase/shared/locales.ts'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { switchLanguage, useStaffLanguage } from '../lib/i18n.ts'

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
        <Menu.RadioGroup value={current} onChange={(language) => void switchLanguage(language as StaffLanguage)}>
          {staffLanguages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick>
              {languages[language].nativeName}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
