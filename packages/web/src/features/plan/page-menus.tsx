import { officialChoices } from '@kase/shared/documents/official-choices.ts'
import type { Language } from '@kase/shared/locales.ts'
import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDeviceMobile, IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { firstName } from '../../lib/person-name.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { defaultPdfKind, pagePath, pdfPath, type PdfKind } from './link-paths.ts'

type Plan = Outputs['plan']['get']

/** Opens the page of each person who has a working link, exactly as that person gets it, and everybody's PDF. */
export function PageMenus({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('plan')
  const trpc = useTRPC()
  const links = useQuery(trpc.shareLink.list.queryOptions({ planId: plan.id }))
  const people = plan.participants.flatMap((person) => {
    const link = links.data?.find(({ participantId, state }) => participantId === person.id && state === 'in-use')
    return link?.url ? [{ ...person, url: link.url }] : []
  })
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
          {people.length === 0 && <Menu.Label>{t('noLinkYet')}</Menu.Label>}
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
          {plan.participants.filter(hasOwnPage).map((person) => (
            <PdfItems key={person.id} plan={plan} person={person} />
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

interface PdfItem {
  readonly kind: PdfKind
  readonly language: Language
  readonly label: string
}

/** The PDFs of one person that are wanted most; Share has every choice. */
function PdfItems({ plan, person }: { readonly plan: Plan; readonly person: Plan['participants'][number] }) {
  const { t } = useTranslation('plan')
  const { organisation: slug } = useParams({ from: '/o/$organisation/plans/$planId' })
  const interfaceLanguage = useStaffLanguage()
  const called = (tag: Language) => languageName(tag, interfaceLanguage)
  const [official = 'fi'] = officialChoices(person.language, plan.municipality)
  const beside: PdfItem[] =
    defaultPdfKind(person.language) === 'side-by-side'
      ? [
          {
            kind: 'side-by-side',
            language: person.language,
            label: t('pdfBeside', { language: called(person.language), official: called(official) }),
          },
        ]
      : []
  const alone = [...new Set([person.language, ...plan.languages])].map((language): PdfItem => ({
    kind: 'plan',
    language,
    label: called(language),
  }))
  const pocket: PdfItem = {
    kind: 'pocket',
    language: person.language,
    label: t('pdfPocket', { language: called(person.language) }),
  }
  return (
    <>
      <Menu.Label>{person.name}</Menu.Label>
      {[...beside, ...alone, pocket].map(({ kind, language, label }) => (
        <Menu.Item
          key={`${kind}-${language}`}
          classNames={{ itemLabel: 'upper-first' }}
          component="a"
          href={pdfPath({ slug, planId: plan.id, participantId: person.id, kind, languages: [language], official })}
          target="_blank"
          rel="noreferrer"
        >
          {label}
        </Menu.Item>
      ))}
    </>
  )
}
