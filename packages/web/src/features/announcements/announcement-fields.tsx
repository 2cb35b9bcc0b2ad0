import { publishAnnouncementSchema } from '@kase/shared/announcements/announcement.schema.ts'
import type { Language } from '@kase/shared/locales.ts'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { shortDay } from '../../lib/calendar-format.ts'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useForm } from '../../lib/use-form.ts'
import { useToday } from '../../lib/use-today.ts'
import type { AnnouncementValues } from './announcement-values.ts'
import classes from './announcements.module.css'
import { OtherTexts } from './other-texts.tsx'
import { SourceText } from './source-text.tsx'
import { WhereAndWhen } from './where-and-when.tsx'
import { WillHappen } from './will-happen.tsx'

const route = getRouteApi('/o/$organisation/announcements/new')

interface AnnouncementFieldsProps {
  readonly area: Outputs['announcement']['area']
  readonly start: AnnouncementValues
}

/** The form of a new announcement; it says what will happen before it does. */
export function AnnouncementFields({ area, start }: AnnouncementFieldsProps) {
  const { t } = useTranslation('announcements')
  const errorText = useErrorText()
  const form = useForm(publishAnnouncementSchema, start)
  const labelOf = useLabels()
  const publish = usePublish()
  const [isEverywhere, setIsEverywhere] = useState(start.municipalities.length === 0)
  const [wasRefused, setWasRefused] = useState(false)
  const hasNoPlace = !isEverywhere && form.values.municipalities.length === 0
  const isNowhere = wasRefused && hasNoPlace
  const submit = () => {
    setWasRefused(hasNoPlace)
    const checked = form.check()
    if (!checked || hasNoPlace) return
    publish.mutate({ ...checked, municipalities: isEverywhere ? [] : checked.municipalities }, { onError: form.refuse })
  }
  const errors = isNowhere ? new Map([...form.errors, ['municipalities', t('chooseOne')]]) : form.errors
  const isChanged = JSON.stringify(form.values) !== JSON.stringify(start)
  return (
    <form
      className="stack g6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <UnsavedGuard isChanged={isChanged && !publish.isSuccess} />
      <ErrorSummary
        message={publish.isError && errors.size === 0 ? errorText(publish.error) : undefined}
        errors={errors}
        labelOf={labelOf}
      />
      <SourceText form={form} languages={area.languages} />
      <OtherTexts form={form} languages={area.languages} />
      <WhereAndWhen
        form={form}
        municipalities={area.municipalities}
        isEverywhere={isEverywhere}
        error={isNowhere ? t('chooseOne') : undefined}
        onEverywhere={setIsEverywhere}
      />
      <div className={classes.foot}>
        <WillHappen values={form.values} municipalities={isEverywhere ? undefined : area.municipalities} />
        <Button type="submit" variant="filled" loading={publish.isPending}>
          {t('publish')}
        </Button>
      </div>
    </form>
  )
}

function useLabels(): (path: string) => string {
  const { t } = useTranslation('announcements')
  const language = useStaffLanguage()
  return (path) => {
    const [field, tag = '', part] = path.split('.')
    if (field === 'texts')
      return t(part === 'body' ? 'bodyIn' : 'titleIn', { language: languageName(tag as Language, language) })
    return t(field as 'lastDay')
  }
}

/** Publishes, says so and goes back to the list. */
function usePublish() {
  const { t } = useTranslation('announcements')
  const { organisation } = route.useParams()
  const language = useStaffLanguage()
  const today = useToday()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation(
    trpc.announcement.publish.mutationOptions({
      onSuccess: async (_published, { firstDay }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.announcement.list.queryKey() })
        const isLater = firstDay !== undefined && firstDay > today
        void notify(isLater ? t('publishedLater', { date: shortDay(firstDay, language) }) : t('published'))
        await navigate({ to: '/o/$organisation/announcements', params: { organisation }, ignoreBlocker: true })
      },
    }),
  )
}
