import { officialChoices } from '@kase/shared/documents/official-choices.ts'
import { isLanguage, languageTags, staffLanguages, type Language } from '@kase/shared/locales.ts'
import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import { Button, MultiSelect, Radio, Select } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageOptions } from '../../lib/language.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { defaultPdfKind, pdfKinds, pdfPath } from './link-paths.ts'
import classes from './share-dialog.module.css'

type Plan = Outputs['plan']['get']
type Person = Plan['participants'][number]

interface SharePdfProps {
  readonly plan: Plan
  readonly links: Outputs['shareLink']['list']
}

/** The PDF of one person: in which languages, and how they stand on the page. */
export function SharePdf({ plan, links }: SharePdfProps) {
  const { t } = useTranslation('share')
  const people = plan.participants.filter(hasOwnPage)
  const [personId, setPersonId] = useState<string>()
  const person = people.find(({ id }) => id === personId) ?? people[0]
  if (person === undefined) return null
  const hasLink = links.some(({ participantId, state }) => participantId === person.id && state === 'in-use')
  return (
    <section className={classes.pdf} aria-label={t('pdf.title')}>
      <h3>{t('pdf.title')}</h3>
      <Select
        label={t('pdf.for')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={person.id}
        allowDeselect={false}
        onChange={(id) => setPersonId(id ?? undefined)}
      />
      <PdfOptions key={person.id} plan={plan} person={person} />
      <p className="xs ink3">{t(hasLink ? 'pdf.code' : 'pdf.noCode')}</p>
    </section>
  )
}

/** Starts afresh for each person: the defaults follow the person's language. */
function PdfOptions({ plan, person }: { readonly plan: Plan; readonly person: Person }) {
  const { t } = useTranslation('share')
  const { organisation: slug } = useParams({ from: '/o/$organisation/plans/$planId' })
  const [kind, setKind] = useState(defaultPdfKind(person.language))
  const [language, setLanguage] = useState(person.language)
  const [recordLanguage, setRecordLanguage] = useState<Language>(useStaffLanguage())
  const [several, setSeveral] = useState<readonly Language[]>([...new Set([person.language, ...plan.languages])])
  const [wantedOfficial, setOfficial] = useState<string | null>(null)
  const officials = officialChoices(language, plan.municipality)
  const official = officials.find((tag) => tag === wantedOfficial) ?? officials[0]
  const one = kind === 'record' ? recordLanguage : language
  const languages = kind === 'several' && several.length > 0 ? several : [one]
  return (
    <>
      <Radio.Group label={t('pdf.kind')} value={kind} onChange={setKind}>
        <div className={classes.kinds}>
          {pdfKinds.map((option) => (
            <Radio
              key={option}
              value={option}
              label={t(`pdf.${option}`)}
              description={option === 'plan' || option === 'several' ? undefined : t(`pdf.${option}-hint`)}
            />
          ))}
        </div>
      </Radio.Group>
      {kind === 'several' && <SeveralLanguages value={several} onChange={setSeveral} />}
      {kind === 'record' && (
        <OneLanguage
          label={t('pdf.language')}
          tags={staffLanguages}
          value={recordLanguage}
          onChange={setRecordLanguage}
        />
      )}
      {kind !== 'several' && kind !== 'record' && (
        <OneLanguage label={t('pdf.language')} tags={languageTags} value={language} onChange={setLanguage} />
      )}
      {kind === 'side-by-side' && official !== undefined && (
        <OneLanguage label={t('pdf.official')} tags={officials} value={official} onChange={setOfficial} />
      )}
      <Button
        component="a"
        href={pdfPath({
          slug,
          planId: plan.id,
          participantId: person.id,
          kind,
          languages,
          ...(official !== undefined && { official }),
        })}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
      >
        {t('pdf.make')}
      </Button>
    </>
  )
}

interface OneLanguageProps {
  readonly label: string
  readonly tags: readonly Language[]
  readonly value: Language
  readonly onChange: (language: Language) => void
}

function OneLanguage({ label, tags, value, onChange }: OneLanguageProps) {
  const interfaceLanguage = useStaffLanguage()
  return (
    <Select
      label={label}
      data={languageOptions(tags, interfaceLanguage)}
      value={value}
      allowDeselect={false}
      searchable={tags.length > 5}
      onChange={(tag) => {
        if (tag !== null && isLanguage(tag)) onChange(tag)
      }}
    />
  )
}

interface SeveralLanguagesProps {
  readonly value: readonly Language[]
  readonly onChange: (languages: readonly Language[]) => void
}

/** In the order in which they are chosen: so they follow one another in the PDF. */
function SeveralLanguages({ value, onChange }: SeveralLanguagesProps) {
  const { t } = useTranslation('share')
  const interfaceLanguage = useStaffLanguage()
  return (
    <MultiSelect
      label={t('pdf.languages')}
      description={t('pdf.languagesHint')}
      data={languageOptions(languageTags, interfaceLanguage)}
      value={[...value]}
      searchable
      onChange={(tags) => {
        // The PDF needs one language: the last one stays.
        if (tags.length > 0) onChange(tags.filter(isLanguage))
      }}
    />
  )
}
