/** Reads the text of a task aloud, where the phone has a voice for the language. */

export function startReading(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-read]')
  const text = document.querySelector<HTMLElement>('.task__text')
  if (!button || !text || !('speechSynthesis' in window)) return
  const language = text.closest<HTMLElement>('[lang]')?.lang ?? ''
  const show = (): void => {
    button.hidden = !speechSynthesis
      .getVoices()
      .some((voice) => voice.lang.startsWith(language.split('-')[0] ?? language))
  }
  show()
  speechSynthesis.addEventListener('voiceschanged', show)
  const label = (isReading: boolean): void => {
    button.lastChild?.replaceWith(button.dataset[isReading ? 'stop' : 'read'] ?? '')
  }
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel()
      return label(false)
    }
    const speech = new SpeechSynthesisUtterance(text.innerText)
    speech.lang = language
    speech.addEventListener('end', () => label(false))
    speechSynthesis.speak(speech)
    label(true)
  })
}
