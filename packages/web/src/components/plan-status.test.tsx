import { expect, test } from 'vitest'
import { planStatuses as all } from '@kase/shared/plans/plan.schema.ts'
import { renderStory, wordsOf } from '../../test/render-story.tsx'
import { planStatuses, StatusBadge, StatusLadder } from './plan-status.tsx'

test('knows every status of the rules', () => {
  expect(planStatuses).toEqual([...all])
})

test.each(planStatuses)('says %s as icon and word', async (status) => {
  const html = await renderStory(<StatusBadge status={status} />)
  expect(html).toContain('<svg')
  expect(wordsOf(html)).not.toBe('')
})

test('tells the rung in words', async () => {
  expect(wordsOf(await renderStory(<StatusLadder status="opened" />))).toBe('Step 3 of 5')
  expect(wordsOf(await renderStory(<StatusLadder status="ready" />, 'fi'))).toBe('Vaihe 5/5')
})
