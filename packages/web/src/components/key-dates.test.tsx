import { expect, test } from 'vitest'
import { renderStory, wordsOf } from '../../test/render-story.tsx'
import { KeyDates } from './key-dates.tsx'

const arrival = { key: 'arrival', label: 'Arrival', date: '2026-11-02' }
const end = { key: 'permit-end', label: 'Permit ends', date: '2027-10-14' }

test('puts today among the dates, in order, with the year where it is another one', async () => {
  const html = await renderStory(<KeyDates dates={[end, arrival]} today="2026-11-23" />)
  expect(wordsOf(html)).toBe('Arrival Mon 2 Nov Today Mon 23 Nov Permit ends Thu 14 Oct 2027')
  expect(html.match(/aria-current="date"/g)).toHaveLength(1)
})

test('names the holiday of a date, and does not say today twice', async () => {
  const html = await renderStory(
    <KeyDates dates={[{ ...arrival, date: '2026-12-06', holiday: 'Independence Day' }]} today="2026-12-06" />,
  )
  expect(wordsOf(html)).toBe('Arrival Sun 6 Dec Independence Day')
})
