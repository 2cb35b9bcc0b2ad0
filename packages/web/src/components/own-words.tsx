import { directionOf, type Language } from '@kase/shared/locales.ts'

interface OwnWordsProps {
  readonly text: string
  /** The language it was written in; without one the text itself tells its direction. */
  readonly language?: Language
  readonly className?: string | undefined
}

/** What a person wrote, with its lines, in its own language and direction. */
export function OwnWords({ text, language, className = '' }: OwnWordsProps) {
  return (
    <p
      lang={language}
      dir={language === undefined ? 'auto' : directionOf(language)}
      className={`anywhere ${className}`}
      style={{ whiteSpace: 'pre-line' }}
    >
      {text}
    </p>
  )
}
