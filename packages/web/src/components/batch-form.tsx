import { batchKinds, type BatchChoice, type BatchKind } from '@kase/shared/documents/document-batch.schema.ts'
import { isLanguage, languageTags, type Language } from '@kase/shared/locales.ts'
import { Button, Checkbox, MultiSelect, Radio } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../lib/errors.ts'
import { useStaffLanguage } from '../lib/i18n.ts'
import { languageOptions } from '../lib/language.ts'
import { useTRPC } from '../lib/trpc.ts'
import { useBatchChanges } from '../lib/use-batch-changes.ts'
import { useIsOnline } from '../lib/use-is-online.ts'
import classes from './batch-form.module.css'

interface BatchFormProps {
  readonly planIds: readonly string[]
  /** People to choose from; without them the PDFs are for everybody in the plans. */
  readonly people?: readonly { readonly id: string; readonly name: string }[]
  /** What "these languages" begins with. */
  readonly languages: readonly Language[]
  /** It is what the dialog is for. */
  readonly isMain?: boolean
}

const scopes = ['own', 'offered', 'some'] as const
type LanguageScope = (typeof scopes)[number]

/** Which PDFs go into one ZIP file, how many that makes, and the button that starts it. */
export function BatchForm({ planIds, people = [], languages, isMain = false }: BatchFormProps) {
  const { t } = useTranslation('batch')
  const [personIds, setPersonIds] = useState(people.map(({ id }) => id))
  const [kinds, setKinds] = useState<BatchKind[]>(['side-by-side'])
  const [scope, setScope] = useState<LanguageScope>('own')
  const [some, setSome] = useState<Language[]>([...languages])
  const changes = useBatchChanges()
  const choice: BatchChoice = {
    planIds: [...planIds],
    ...(people.length > personIds.length && { participantIds: personIds }),
    languages: scope === 'some' ? some : scope,
    kinds,
  }
  const isWhole = kinds.length > 0 && choice.languages.length > 0 && choice.participantIds?.length !== 0
  const outcome = useOutcome(choice, isWhole)
  return (
    <div className={classes.form}>
      {people.length > 1 && (
        <Checkbox.Group label={t('people')} value={personIds} onChange={setPersonIds}>
          <div className={classes.choices}>
            {people.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <KindChoice value={kinds} onChange={setKinds} />
      <Radio.Group label={t('languages')} value={scope} onChange={setScope}>
        <div className={classes.choices}>
          {scopes.map((each) => (
            <Radio key={each} value={each} label={t(each)} />
          ))}
        </div>
      </Radio.Group>
      {scope === 'some' && <SomeLanguages value={some} onChange={setSome} />}
      <p className={`sm ${outcome.isRefused ? 'late' : 'ink2'}`} aria-live="polite">
        {outcome.text}
      </p>
      <Button
        variant={isMain ? 'filled' : 'default'}
        leftSection={<IconFileZip size={18} aria-hidden />}
        disabled={!outcome.canStart}
        loading={changes.isStarting}
        onClick={() => changes.start(choice)}
      >
        {t('make')}
      </Button>
    </div>
  )
}

/** What the choice comes to, in words, before anything is made. */
function useOutcome(choice: BatchChoice, isWhole: boolean): { text: string; isRefused: boolean; canStart: boolean } {
  const { t } = useTranslation(['batch', 'common'])
  const trpc = useTRPC()
  const errorText = useErrorText()
  const isOnline = useIsOnline()
  const count = useQuery({
    ...trpc.documentBatch.count.queryOptions(choice),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  })
  const says = (text: string, isRefused = false, canStart = false) => ({ text, isRefused, canStart })
  if (!isWhole) return says(t('nothing'))
  if (!isOnline) return says(t('offline'))
  if (count.isError) return says(errorText(count.error), true, true)
  if (count.isPending) return says(t('common:loading'))
  const { files, most } = count.data
  if (files === 0) return says(t('nothing'))
  if (files > most) return says(t('tooMany', { count: files, most }), true)
  return says(t('count', { count: files }), false, !count.isPlaceholderData)
}

function KindChoice({ value, onChange }: { value: BatchKind[]; onChange: (kinds: BatchKind[]) => void }) {
  const { t } = useTranslation(['batch', 'share'])
  return (
    <Checkbox.Group label={t('kinds')} value={value} onChange={onChange}>
      <div className={classes.choices}>
        {batchKinds.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`share:pdf.${kind}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

interface SomeLanguagesProps {
  readonly value: readonly Language[]
  readonly onChange: (languages: Language[]) => void
}

function SomeLanguages({ value, onChange }: SomeLanguagesProps) {
  const { t } = useTranslation('batch')
  const interfaceLanguage = useStaffLanguage()
  return (
    <MultiSelect
      label={t('some')}
      data={languageOptions(languageTags, interfaceLanguage)}
      value={[...value]}
      searchable
      onChange={(tags) => onChange(tags.filter(isLanguage))}
    />
  )
}
