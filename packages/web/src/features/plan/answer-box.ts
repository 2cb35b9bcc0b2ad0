/** Id of the answer box of a message, which an address may name as well. */
export const answerBoxId = (messageId: string): string => `answer-${messageId}`

/** Id of what opens the earlier messages of a task, with their answers. */
export const exchangeId = (taskId: string): string => `exchange-${taskId}`

/** Goes to the answer box of a message: it stands in a card beside the tasks, or above them on a phone. */
export function goToAnswer(messageId: string): void {
  const box = document.getElementById(answerBoxId(messageId))
  box?.scrollIntoView({ block: 'center' })
  box?.focus({ preventScroll: true })
}

/** The box that had the focus has gone with its message: the next one takes it, else the place where the answer now stands. */
export function goOnAfterAnswer(taskId: string): void {
  if (document.activeElement !== document.body) return
  const next = document.querySelector<HTMLElement>(`[id^="${answerBoxId('')}"]`)
  const target = next ?? document.getElementById(exchangeId(taskId))
  target?.focus()
}
