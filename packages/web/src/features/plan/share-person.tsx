import { hasOwnPage } from '@kase/shared/plans/own-page.ts'
import { Button } from '@mantine/core'
import { IconLink, IconLinkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { firstName } from '../../lib/person-name.ts'
import { finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './share-dialog.module.css'
import { ShareLinkCard } from './share-link-card.tsx'
import { useLinkChanges } from './use-link-changes.ts'

type Link = Outputs['shareLink']['list'][number]
type Participant = Outputs['plan']['get']['participants'][number]

interface SharePersonProps {
  readonly planId: string
  readonly person: Participant
  /** The link that stands now, working or expired. */
  readonly link: Link | undefined
}

/** One person of the plan in the share dialog. */
export function SharePerson({ planId, person, link }: SharePersonProps) {
  const { t } = useTranslation(['share', 'facts'])
  const language = useStaffLanguage()
  const changes = useLinkChanges(planId, person)
  const hasPage = hasOwnPage(person)
  const name = firstName(person.name)
  const state = link?.state === 'in-use' || link?.state === 'expired' ? link.state : 'none'
  return (
    <section className={classes.person} aria-label={person.name}>
      <div className={classes.head}>
        <PersonAvatar name={person.name} kind={person.role} />
        <div>
          <p className="semi anywhere">{person.name}</p>
          <p className="xs ink3">
            {hasPage
              ? t('roleReads', {
                  role: t(`facts:role.${person.role}`),
                  language: languageName(person.language, language),
                })
              : t('noPage')}
          </p>
        </div>
        {hasPage && (
          <span
            className={`${classes.state} ${state === 'in-use' ? classes.inUse : state === 'expired' ? classes.expired : ''}`}
          >
            {state === 'in-use' ? <IconLink size={15} aria-hidden /> : <IconLinkOff size={15} aria-hidden />}
            {t(`state.${state}`)}
          </span>
        )}
      </div>
      {hasPage && link !== undefined && <LinkFacts link={link} />}
      {hasPage && link?.state === 'in-use' && link.url !== null && (
        <ShareLinkCard planId={planId} person={person} link={link} url={link.url} />
      )}
      {hasPage && (
        <div className={classes.actions}>
          {state !== 'in-use' && (
            <Button variant="default" loading={changes.isBusy} onClick={() => changes.create('made')}>
              {t('make')}
            </Button>
          )}
          {state === 'in-use' && link !== undefined && (
            <>
              <ConfirmButton
                label={t('replace')}
                title={t('replaceTitle', { name })}
                text={t('replaceText')}
                isBusy={changes.isBusy}
                button={{ size: 'compact-md' }}
                onConfirm={() => changes.create('replaced')}
              />
              <ConfirmButton
                label={t('revoke')}
                title={t('revokeTitle', { name })}
                text={t('revokeText')}
                isBusy={changes.isBusy}
                button={{ size: 'compact-md', color: 'red' }}
                onConfirm={() => changes.revoke(link.id)}
              />
            </>
          )}
        </div>
      )}
    </section>
  )
}

function LinkFacts({ link }: { readonly link: Link }) {
  const { t } = useTranslation('share')
  const language = useStaffLanguage()
  return (
    <p className={classes.facts}>
      <span>{t('madeOn', { date: finnishShortDay(link.createdAt, language) })}</span>
      <span>
        {link.lastOpenedAt === null
          ? t('notOpened')
          : t('openedOn', { date: finnishShortDay(link.lastOpenedAt, language) })}
      </span>
      <span>{t('worksUntil', { date: finnishShortDay(link.expiresAt, language, true) })}</span>
    </p>
  )
}
