import type { AnnouncementState } from '@kase/shared/announcements/announcement.schema.ts'
import { Button } from '@mantine/core'
import { IconCalendarClock, IconCalendarOff, IconEyeOff, IconSpeakerphone, type Icon } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { OwnWords } from '../../components/own-words.tsx'
import { ToneBadge, type Tone } from '../../components/tone-badge.tsx'
import { finnishShortDay, shortDay } from '../../lib/calendar-format.ts'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { municipalityName } from '../../lib/municipality-options.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { AllTexts } from './all-texts.tsx'
import classes from './announcements.module.css'

const route = getRouteApi('/o/$organisation/announcements')

export type Announcement = Outputs['announcement']['list'][number]

const looks: Record<AnnouncementState, { icon: Icon; tone: Tone }> = {
  running: { icon: IconSpeakerphone, tone: 'green' },
  coming: { icon: IconCalendarClock, tone: 'blue' },
  ended: { icon: IconCalendarOff, tone: 'neutral' },
  withdrawn: { icon: IconEyeOff, tone: 'neutral' },
}

/** An announcement in the words it was written in, with where and when it stands; all its texts on demand. */
export function AnnouncementRow({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation('announcements')
  const [isOpen, setIsOpen] = useState(false)
  const { id, state, sourceLanguage, texts } = announcement
  const { title = '', body = '' } = texts[sourceLanguage] ?? {}
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <h3 lang={sourceLanguage} className={classes.title}>
          {title}
        </h3>
        <ToneBadge {...looks[state]} word={t(`state.${state}`)} />
      </div>
      {body !== '' && <OwnWords text={body} language={sourceLanguage} className="sm" />}
      <Where announcement={announcement} />
      <div className="row wrap">
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          aria-controls={`texts-${id}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'hideTexts' : 'showTexts')}
          <span className="vh">: {title}</span>
        </Button>
        <Actions announcement={announcement} title={title} />
      </div>
      <div id={`texts-${id}`}>{isOpen && <AllTexts announcement={announcement} />}</div>
    </li>
  )
}

function Where({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation('announcements')
  const language = useStaffLanguage()
  const trpc = useTRPC()
  const area = useQuery({ ...trpc.announcement.area.queryOptions(), staleTime: Infinity })
  const { firstDay, lastDay, municipalities, texts, withdrawnAt } = announcement
  const nameOf = (key: string) => {
    const found = area.data?.municipalities.find((each) => each.key === key)
    return found ? municipalityName(found, language) : key
  }
  return (
    <p className="xs ink3">
      {t('fromTo', { from: shortDay(firstDay, language), to: shortDay(lastDay, language, true) })}
      {withdrawnAt !== null && (
        <>
          <span className="sep" />
          {t('withdrawnOn', { date: finnishShortDay(withdrawnAt, language) })}
        </>
      )}
      <span className="sep" />
      {municipalities.length === 0 ? t('wholeRegion') : municipalities.map(nameOf).join(', ')}
      <span className="sep" />
      {t('inLanguages', { count: Object.keys(texts).length })}
    </p>
  )
}

function Actions({ announcement: { id, state }, title }: { announcement: Announcement; title: string }) {
  const { t } = useTranslation('announcements')
  const { organisation } = route.useParams()
  const withdraw = useWithdraw()
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        renderRoot={(props) => (
          <Link to="/o/$organisation/announcements/new" params={{ organisation }} search={{ from: id }} {...props} />
        )}
      >
        {t('again')}
        <span className="vh">: {title}</span>
      </Button>
      {(state === 'running' || state === 'coming') && (
        <ConfirmButton
          label={t('withdraw')}
          title={t('withdrawTitle')}
          text={t('withdrawText')}
          isBusy={withdraw.isPending}
          button={{ size: 'compact-sm', color: 'red', variant: 'subtle' }}
          onConfirm={() => withdraw.mutate({ id })}
        />
      )}
    </>
  )
}

function useWithdraw() {
  const { t } = useTranslation('announcements')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  return useMutation(
    trpc.announcement.withdraw.mutationOptions({
      onSuccess: () => notify(t('withdrawn')),
      onError: (error) => void notify(errorText(error), 'refused'),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.announcement.list.queryKey() }),
    }),
  )
}
