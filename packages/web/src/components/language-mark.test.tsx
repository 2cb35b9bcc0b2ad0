import { expect, test } from 'vitest'
import { renderStory, wordsOf } from '../../test/render-story.tsx'
import { LanguageMark } from './language-mark.tsx'

test.each([
  ['missing', 'Filipino: Missing'],
  ['machine', 'Filipino: Machine draft'],
  ['translated', 'Filipino: Translated'],
  ['reviewed', 'Filipino: Reviewed'],
  ['stale', 'Filipino: Outdated'],
] as const)('says %s in words, not by colour alone', async (state, words) => {
  expect(wordsOf(await renderStory(<LanguageMark state={state} language="fil" />))).toBe(words)
})

test('shows the word in a legend', async () => {
  const html = await renderStory(<LanguageMark state="machine" withWord />, 'fi')
  expect(wordsOf(html)).toBe('Konekäännös')
  expect(html).not.toContain('class="vh"')
})
