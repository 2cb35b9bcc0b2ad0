import { answerRequestSchema } from '@kase/shared/plans/stuck.schema.ts'
import { can } from '@kase/shared/identity/role.policy.ts'
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { PartError } from '../../components/state-card.tsx'
import { useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import { notify } from '../../lib/notify.ts'
import { firstName } from '../../lib/person-name.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useRefreshPlans } from '../../lib/use-refresh-plans.ts'
import { answerBoxId, goOnAfterAnswer, goToAnswer } from './answer-box.ts'
import { MessageWords } from './message-words.tsx'
import classes from './said.module.css'
import { waitingMessages, type Message, type Said } from './use-said.ts'

type Plan = Outputs['plan']['get']

const route = getRouteApi('/o/$organisation/plans/$planId')

interface StuckCardProps {
  readonly plan: Plan
  readonly said: Said
}

/** Who is stuck, on what, in whose words, and the box for the answer. Nothing stands here when nobody waits. */
export function StuckCard({ plan, said }: StuckCardProps) {
  const { t } = useTranslation('said')
  const waiting = waitingMessages(said, plan)
  const person = plan.participants.find(({ id }) => id === waiting[0]?.participantId)
  return (
    <div className={`no-print ${classes.stuck}`}>
      {said.isMissing && <PartError onRetry={said.retry} />}
      {person !== undefined && (
        <section className="card" aria-labelledby="stuck">
          <div className={`card-head-sm ${classes.stuckHead}`}>
            <h2 id="stuck">{t('title', { name: firstName(person.name) })}</h2>
          </div>
          <ul className="rows">
            {waiting.map((message) => (
              <StuckMessage key={message.id} message={message} plan={plan} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function StuckMessage({ message, plan }: { readonly message: Message; readonly plan: Plan }) {
  const { t } = useTranslation('said')
  const params = route.useParams()
  const place = useMyPlace()
  const task = plan.tasks.find(({ id }) => id === message.taskId)
  const person = plan.participants.find(({ id }) => id === message.participantId)
  if (task === undefined || person === undefined) return null
  return (
    <li className={`stack g3 ${classes.message}`}>
      <div className="row row-top wrap">
        <p className="sm ink2 grow anywhere" lang={task.titleLanguage}>
          {task.title}
        </p>
        <span className="xs">
          <Link to="." params={params} hash={`task-${task.id}`} className="link">
            {t('openTask')}
            <span className="vh">: {task.title}</span>
          </Link>
        </span>
      </div>
      <div className="row row-3 row-top">
        <PersonAvatar name={person.name} kind={person.role} size="small" />
        <MessageWords message={message} />
      </div>
      {place !== undefined && can(place.role, 'task.tick') && <AnswerForm message={message} person={person} />}
    </li>
  )
}

interface AnswerFormProps {
  readonly message: Message
  readonly person: Plan['participants'][number]
}

/** The answer, as it will stand on the page of the one who asked. What was typed stays until it has been sent. */
function AnswerForm({ message, person }: AnswerFormProps) {
  const { t } = useTranslation(['said', 'errors'])
  const language = useStaffLanguage()
  const answer = useAnswer(person.name, message.taskId)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const name = firstName(person.name)
  useAskedFor(message.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = answerRequestSchema.safeParse({ id: message.id, answer: text })
    const issue = checked.error?.issues[0]?.message
    setProblem(
      issue === undefined
        ? undefined
        : issue === 'empty'
          ? t('empty')
          : t(`errors:field.${issue}` as 'errors:field.invalid', { defaultValue: t('errors:field.invalid') }),
    )
    if (checked.success) answer.send(checked.data)
  }
  return (
    <form className="stack g3" onSubmit={submit} noValidate>
      <Textarea
        id={answerBoxId(message.id)}
        label={t('answer')}
        description={t('answerHint', { name, language: languageName(person.language, language) })}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={2000}
        dir="auto"
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(undefined)
        }}
      />
      <div>
        <Button type="submit" variant="filled" size="sm" loading={answer.isBusy}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

/** The home page leads to the answer box of one message: it takes the focus once it is there. */
function useAskedFor(messageId: string): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash === answerBoxId(messageId)) goToAnswer(messageId)
  }, [hash, messageId])
}

function useAnswer(personName: string, taskId: string) {
  const { t } = useTranslation('said')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const refreshPlans = useRefreshPlans()
  const errorText = useErrorText()
  const answer = useMutation(
    trpc.helpRequest.answer.mutationOptions({
      onSuccess: () => notify(t('sent', { name: firstName(personName) })),
      onError: (error) => void notify(errorText(error), 'refused'),
      onSettled: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.helpRequest.pathKey() })
        await refreshPlans()
        goOnAfterAnswer(taskId)
      },
    }),
  )
  return { isBusy: answer.isPending, send: (input: { id: string; answer: string }) => answer.mutate(input) }
}
