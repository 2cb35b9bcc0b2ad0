import { answerQuestionSchema } from '@kase/shared/plans/stuck.schema.ts'
import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary, fieldId } from '../../components/error-summary.tsx'
import type { Question } from '../../components/question-summary.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { codeOf, useErrorText } from '../../lib/errors.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { languageName } from '../../lib/language.ts'
import { useForm } from '../../lib/use-form.ts'
import classes from './questions.module.css'
import { useAnswer } from './use-questions.ts'

interface AnswerFormProps {
  readonly question: Question
  readonly onClose: () => void
  /** The question has gone meanwhile; with what had been written. */
  readonly onGone: (words: string) => void
  readonly onOvertaken: () => void
}

/** Where an answer is written, or the one that stands there changed. A refused answer stays in the box. */
export function AnswerForm({ question, onClose, onGone, onOvertaken }: AnswerFormProps) {
  const { t } = useTranslation(['questions', 'common'])
  const language = useStaffLanguage()
  const errorText = useErrorText()
  const form = useForm(answerQuestionSchema.pick({ answer: true }), { answer: question.answer ?? '' })
  const send = useAnswer(onClose)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { values, errors, change } = form
  const submit = () => {
    const checked = form.check()
    if (!checked) return
    const { id, answeredAt } = question
    send.mutate(
      { id, answer: checked.answer, replaces: answeredAt },
      {
        onError: (error) => {
          if (codeOf(error) === 'not-found') onGone(checked.answer)
          else if (codeOf(error) === 'changed-meanwhile') onOvertaken()
          else form.refuse(error)
        },
      },
    )
  }
  const isOvertaken = send.isError && codeOf(send.error) === 'changed-meanwhile'
  const refusal = send.isError && errors.size === 0 ? (isOvertaken ? t('overtaken') : errorText(send.error)) : undefined
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('answerFor', { about: question.taskTitle ?? t('fromRights') })}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <UnsavedGuard isChanged={!send.isSuccess && values.answer.trim() !== (question.answer ?? '')} />
      <ErrorSummary message={refusal} />
      <Textarea
        id={fieldId('answer')}
        label={t('yourAnswer')}
        description={t('answerHint', { language: languageName(question.language, language) })}
        dir="auto"
        autosize
        minRows={3}
        maxRows={14}
        maxLength={4000}
        ref={box}
        value={values.answer}
        onChange={(event) => change({ answer: event.currentTarget.value })}
        error={errors.get('answer')}
      />
      <div className="row wrap">
        <Button type="submit" variant="filled" loading={send.isPending}>
          {t('send')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
