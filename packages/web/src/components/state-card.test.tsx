import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { renderStory, wordsOf } from '../../test/render-story.tsx'
import { LoadError, StateCard } from './state-card.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'

const refusal = (code: string) => Object.assign(new TRPCClientError(code), { data: { code, params: {}, fields: [] } })

test('says the same of what is not there and of what is somebody else’s', async () => {
  const html = await renderStory(<LoadError error={refusal('not-found')} onRetry={() => undefined} />)
  expect(wordsOf(html)).toContain('There is no such page')
  expect(html).not.toContain('<button')
})

test('offers another try where no answer came', async () => {
  const words = wordsOf(
    await renderStory(<LoadError error={new TRPCClientError('fetch failed')} onRetry={() => undefined} />),
  )
  expect(words).toContain('Nothing is lost')
  expect(words).toContain('Try again')
})

test('says what is going on and what to do next', async () => {
  const words = wordsOf(
    await renderStory(
      <StateCard title="Nobody is arriving yet" text="Make a plan." actions={<a href="/">New plan</a>} />,
    ),
  )
  expect(words).toBe('Nobody is arriving yet Make a plan. New plan')
})

test('a skeleton says that it is loading and hides its blocks', async () => {
  const html = await renderStory(<SkeletonRows rows={2} />, 'fi')
  expect(wordsOf(html)).toBe('Ladataan')
  expect(html.match(/aria-hidden="true"/g)).toHaveLength(2)
})
