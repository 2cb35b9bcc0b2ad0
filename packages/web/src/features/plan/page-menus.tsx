import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDeviceMobile, IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { firstName } from '../../lib/person-name.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { pagePath, pdfPath } from './link-paths.ts'

/** Opens the page or the PDF of each person who has a working link, exactly as that person gets it. */
export function PageMenus({ plan }: { readonly plan: Outputs['plan']['get'] }) {
  const { t } = useTranslation('plan')
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const links = useQuery(trpc.shareLink.list.queryOptions({ planId: plan.id }))
  const people = plan.participants.flatMap((person) => {
    const link = links.data?.find(({ participantId, state }) => participantId === person.id && state === 'in-use')
    return link?.url ? [{ ...person, url: link.url }] : []
  })
  const none = <Menu.Label>{t('noLinkYet')}</Menu.Label>
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            leftSection={<IconDeviceMobile size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t('viewAs')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {people.length === 0 && none}
          {people.map((person) => (
            <Menu.Item key={person.id} component="a" href={pagePath(person.url)} target="_blank" rel="noreferrer">
              {t('viewAsPerson', { name: firstName(person.name) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t('pdf')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {people.length === 0 && none}
          {people.flatMap((person) =>
            [...new Set([person.language, ...plan.languages])].map((tag) => (
              <Menu.Item
                key={`${person.id}-${tag}`}
                component="a"
                href={pdfPath(person.url, tag)}
                target="_blank"
                rel="noreferrer"
              >
                {t('pdfFor', { name: firstName(person.name), language: languageName(tag, language) })}
              </Menu.Item>
            )),
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
