import { sections } from '@kase/shared/templates/template.schema.ts'
import { expect, test } from 'vitest'
import { renderStory, wordsOf } from '../../test/render-story.tsx'
import { SectionIcon } from './section-icon.tsx'

test.each(sections)('draws the section %s, and names it where nothing else does', async (section) => {
  const named = await renderStory(<SectionIcon section={section} isNamed />, 'sv')
  expect(named).toContain('aria-hidden="true"')
  expect(wordsOf(named)).not.toBe('')
  expect(wordsOf(await renderStory(<SectionIcon section={section} />))).toBe('')
})
