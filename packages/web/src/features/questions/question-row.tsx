import { Button } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OwnWords } from '../../components/own-words.tsx'
import { QuestionSummary, type Question } from '../../components/question-summary.tsx'
import { clockTime, finnishShortDay } from '../../lib/calendar-format.ts'
import { useStaffLanguage } from '../../lib/i18n.ts'
import { AnswerForm } from './answer-form.tsx'
import classes from './questions.module.css'
import { useRefreshQuestions } from './use-questions.ts'

interface QuestionRowProps {
  readonly question: Question
  readonly isAnswering: boolean
  readonly onAnswer: () => void
  readonly onClose: () => void
  /** Somebody else has answered: their answer is to be seen. */
  readonly onOvertaken: () => void
}

/** A question with its answer, and where the answer is written. */
export function QuestionRow({ question, isAnswering, onAnswer, onClose, onOvertaken }: QuestionRowProps) {
  const { t } = useTranslation('questions')
  const [lost, setLost] = useState<string>()
  const about = question.taskTitle ?? t('fromRights')
  if (lost !== undefined)
    return (
      <li className={classes.row}>
        <Gone words={lost} onClose={onClose} />
      </li>
    )
  return (
    <li className={classes.row}>
      <QuestionSummary question={question} />
      <Answer question={question} />
      {isAnswering ? (
        <AnswerForm question={question} onClose={onClose} onGone={setLost} onOvertaken={onOvertaken} />
      ) : (
        <Button
          className={classes.open ?? ''}
          variant={question.answer === null ? 'default' : 'subtle'}
          size={question.answer === null ? 'sm' : 'compact-sm'}
          aria-label={`${t(question.answer === null ? 'answer' : 'changeAnswer')}: ${about}`}
          onClick={onAnswer}
        >
          {t(question.answer === null ? 'answer' : 'changeAnswer')}
        </Button>
      )}
    </li>
  )
}

function Answer({ question: { answer, answeredAt } }: { readonly question: Question }) {
  const { t } = useTranslation('questions')
  const language = useStaffLanguage()
  if (answer === null || answeredAt === null) return null
  const when = { date: finnishShortDay(answeredAt, language), time: clockTime(answeredAt, language) }
  return (
    <div className={classes.answer}>
      <OwnWords text={answer} />
      <p className="xs ink3">
        <time dateTime={answeredAt}>{t('answeredAt', when)}</time>
      </p>
    </div>
  )
}

interface GoneProps {
  /** What the advisor had written: it is theirs, and stays until they let go of it. */
  readonly words: string
  readonly onClose: () => void
}

function Gone({ words, onClose }: GoneProps) {
  const { t } = useTranslation('questions')
  const refresh = useRefreshQuestions()
  return (
    <div className={classes.gone} role="alert">
      <IconMessageOff size={20} aria-hidden />
      <div className="stack g2 grow">
        <p className="semi">{t('gone')}</p>
        <p className="sm">{t('goneText')}</p>
        <p className="xs ink3">{t('goneWords')}</p>
        <OwnWords text={words} className="sm" />
        <div>
          <Button
            size="sm"
            onClick={() => {
              onClose()
              void refresh()
            }}
          >
            {t('takeAway')}
          </Button>
        </div>
      </div>
    </div>
  )
}
