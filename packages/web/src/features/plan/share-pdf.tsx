import { Button, Select } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import type { Language } from '@kase/shared/locales.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageOptions } from '../../lib/language.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { pdfPath } from './link-paths.ts'
import classes from './share-dialog.module.css'

interface SharePdfProps {
  readonly plan: Outputs['plan']['get']
  readonly links: Outputs['shareLink']['list']
}

/** The PDF of one person, in a language that the plan is read in. It carries the link as a code. */
export function SharePdf({ plan, links }: SharePdfProps) {
  const { t } = useTranslation('share')
  const interfaceLanguage = useStaffLanguage()
  const people = plan.participants.flatMap((person) => {
    const link = links.find(({ participantId, state }) => participantId === person.id && state === 'in-use')
    return link?.url ? [{ ...person, url: link.url }] : []
  })
  const [personId, setPersonId] = useState<string>()
  const [chosen, setChosen] = useState<Language>()
  const person = people.find(({ id }) => id === personId) ?? people[0]
  const language = chosen ?? person?.language
  return (
    <section className={classes.pdf} aria-label={t('pdf.title')}>
      <h3>{t('pdf.title')}</h3>
      {person === undefined || language === undefined ? (
        <p className="sm ink3">{t('pdf.needsLink')}</p>
      ) : (
        <>
          <Select
            label={t('pdf.for')}
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={person.id}
            allowDeselect={false}
            onChange={(id) => setPersonId(id ?? undefined)}
          />
          <Select
            label={t('pdf.language')}
            data={languageOptions(
              [...new Set([person.language, ...plan.languages, 'fi', 'sv', 'en'] as const)],
              interfaceLanguage,
            )}
            value={language}
            allowDeselect={false}
            onChange={(tag) => setChosen((tag ?? undefined) as Language | undefined)}
          />
          <Button
            component="a"
            href={pdfPath(person.url, language)}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
          >
            {t('pdf.make')}
          </Button>
        </>
      )}
    </section>
  )
}
