import { emailSchema } from '@kase/shared/text/text.schema.ts'
import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy, IconExternalLink, IconMail } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { firstName } from '../../lib/person-name.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { notify } from '../../lib/notify.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { pagePath } from './link-paths.ts'
import classes from './share-dialog.module.css'
import { SharePin } from './share-pin.tsx'
import { useLinkChanges } from './use-link-changes.ts'

type Participant = Outputs['plan']['get']['participants'][number]
type Link = Outputs['shareLink']['list'][number]

interface ShareLinkCardProps {
  readonly planId: string
  readonly person: Participant
  readonly link: Link
  readonly url: string
}

/** A working link: its code, its address to copy, the mail that carries it, and the PIN that may stand before it. */
export function ShareLinkCard({ planId, person, link, url }: ShareLinkCardProps) {
  const { qr } = link
  const { t } = useTranslation(['share', 'common'])
  const clipboard = useClipboard({ timeout: 2500 })
  const name = firstName(person.name)
  const copy = () => {
    clipboard.copy(url)
    void notify(t('copied', { name }))
  }
  return (
    <div className={classes.link}>
      {qr !== null && (
        <svg
          className={classes.qr}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t('qr', { name })}
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="#000" />
        </svg>
      )}
      <div className="stack g4">
        <div className={classes.line}>
          <TextInput
            className={classes.url ?? ''}
            label={t('link')}
            value={url}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button
            variant="filled"
            leftSection={clipboard.copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            onClick={copy}
          >
            {clipboard.copied ? t('common:copied') : t('common:copy')}
          </Button>
        </div>
        <SendLine planId={planId} person={person} />
        <a href={pagePath(url)} target="_blank" rel="noreferrer" className="row sm">
          <IconExternalLink size={16} aria-hidden />
          {t('open')}
        </a>
      </div>
      <SharePin key={link.id} planId={planId} person={person} link={link} />
    </div>
  )
}

function SendLine({ planId, person }: { readonly planId: string; readonly person: Participant }) {
  const { t } = useTranslation(['share', 'common', 'errors'])
  const language = useStaffLanguage()
  const changes = useLinkChanges(planId, person)
  const [to, setTo] = useState(person.email ?? '')
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = emailSchema.safeParse(to)
    setProblem(checked.success ? undefined : t('errors:field.email'))
    if (checked.success) changes.send(checked.data)
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.line}>
        <TextInput
          type="email"
          label={t('sendTo')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          aria-invalid={problem !== undefined}
        />
        <Button type="submit" leftSection={<IconMail size={18} aria-hidden />} loading={changes.isSending}>
          {t('common:send')}
        </Button>
      </div>
      {problem !== undefined && (
        <p className="xs late" role="alert">
          {problem}
        </p>
      )}
      <p className="xs ink3">{t('sendHint', { language: languageName(person.language, language) })}</p>
    </form>
  )
}
