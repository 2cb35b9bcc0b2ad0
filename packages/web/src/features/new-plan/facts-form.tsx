import { factsSchema, sectors, type Facts } from '@kase/shared/facts/facts.schema.ts'
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { SkeletonRows } from '../../components/skeleton-rows.tsx'
import { LoadError } from '../../components/state-card.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useForm, type Form } from '../../lib/use-form.ts'
import { Pick } from './choice.tsx'
import { DatesAndHomeFields } from './date-fields.tsx'
import classes from './facts-form.module.css'
import type { FactsValues } from './facts-values.ts'
import { FamilyFields } from './family-fields.tsx'
import { PreviewCard } from './preview-card.tsx'
import { usePreview } from './use-preview.ts'
import { RightFields, WorkerFields } from './worker-fields.tsx'

export interface FactsFields {
  readonly form: Form<FactsValues, Facts>
}

interface FactsFormProps {
  readonly initial: FactsValues
  readonly isSaving: boolean
  /** What the server said when it refused. */
  readonly refusal: string | undefined
  /** Saves; `next` is where to go on. Answers whether it was saved; a refusal names the fields through `refuse`. */
  readonly onSave: (facts: Facts, next: 'check' | 'home', refuse: (error: unknown) => void) => Promise<boolean>
  /** Beside the buttons: what else can be done. */
  readonly aside?: ReactNode
}

/** The facts of an arrival with a live preview of the plan at the side. */
export function FactsForm({ initial, isSaving, refusal, onSave, aside }: FactsFormProps) {
  const { t } = useTranslation('form')
  const trpc = useTRPC()
  const options = useQuery(trpc.catalogue.options.queryOptions())
  const form = useForm(factsSchema, initial)
  const preview = usePreview(form.values)
  const [isSaved, setIsSaved] = useState(false)
  const isChanged = !isSaved && JSON.stringify(form.values) !== JSON.stringify(initial)

  const save = async (next: 'check' | 'home') => {
    const facts = form.check()
    if (!facts) return
    // The guard must be down before the page is left.
    setIsSaved(true)
    if (!(await onSave(facts, next, form.refuse))) setIsSaved(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save('check')
  }

  if (options.isPending)
    return (
      <div className="card">
        <SkeletonRows rows={5} />
      </div>
    )
  if (options.isError)
    return (
      <div className="card">
        <LoadError error={options.error} onRetry={() => void options.refetch()} />
      </div>
    )
  return (
    <div className={classes.layout}>
      <form className="card" onSubmit={submit} noValidate aria-label={t('here')}>
        <UnsavedGuard isChanged={isChanged} />
        <Errors form={form} refusal={refusal} />
        <WorkerFields form={form} languages={options.data.languages} />
        <RightFields form={form} />
        <DatesAndHomeFields form={form} municipalities={options.data.municipalities} places={preview.data?.places} />
        <FamilyFields form={form} languages={options.data.languages} />
        <SectorLine form={form} />
        <div className={classes.foot}>
          <div className="grow">{aside}</div>
          <Button loading={isSaving} onClick={() => void save('home')}>
            {t('saveDraft')}
          </Button>
          <Button
            type="submit"
            variant="filled"
            loading={isSaving}
            rightSection={<IconArrowRight size={18} aria-hidden />}
          >
            {t('check')}
          </Button>
        </div>
      </form>
      <aside className={`card ${classes.side}`} aria-label={t('preview.label')}>
        <PreviewCard preview={preview} values={form.values} municipalities={options.data.municipalities} />
      </aside>
    </div>
  )
}

function Errors({ form: { errors }, refusal }: FactsFields & { readonly refusal: string | undefined }) {
  const { t } = useTranslation(['form', 'facts'])
  const message = errors.size === 0 ? refusal : undefined
  if (errors.size === 0 && message === undefined) return null
  const labelOf = (path: string): string => {
    const member = /^family\.(\d+)/.exec(path)
    if (member) return t('person', { number: Number(member[1]) + 1 })
    const last = path.split('.').at(-1) ?? path
    if (path.startsWith('dates.')) return t(`facts:anchor.${last}` as 'facts:anchor.arrival')
    return t(last as 'name')
  }
  return (
    <div className={classes.errors}>
      <ErrorSummary message={message} errors={errors} labelOf={labelOf} />
    </div>
  )
}

/** The company's field of work is known; it is asked only when somebody wants to change it. */
function SectorLine({ form: { values, change } }: FactsFields) {
  const { t } = useTranslation(['form', 'facts', 'common'])
  const [isOpen, setIsOpen] = useState(false)
  const options = sectors.map((value) => ({ value, label: t(`facts:sector.${value}`) }))
  return (
    <div className="card-foot">
      {isOpen ? (
        <Pick
          path="sector"
          label={t('sector')}
          value={values.sector}
          options={options}
          onChange={(sector) => change({ sector })}
        />
      ) : (
        <p className="row wrap">
          {t('sectorKnown', { sector: t(`facts:sector.${values.sector}`) })}
          <button type="button" className="link" onClick={() => setIsOpen(true)}>
            {t('common:change')}
          </button>
        </p>
      )}
    </div>
  )
}
