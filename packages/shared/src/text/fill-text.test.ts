import { describe, expect, it } from 'vitest'
import { fillText, linkFor, type TextValues } from './fill-text.ts'
import { inlineText, plainText } from './rich-text.ts'
import { parseMarkdown } from './markdown.ts'

const values: TextValues = {
  language: 'en',
  plain: { worker: 'Maria', employer: 'Esimerkkihirsi Oy', contact: 'Hanna' },
  figures: {
    'deposit-max': { value: 3, unit: 'month', source: 's' },
    floor: { value: 1210.5, unit: 'eur', source: 's' },
    open: { value: { from: 9, to: 15.5 }, unit: 'clock', source: 's' },
  },
  phones: { emergency: { number: '112' } },
  terms: { 'tax-card': { fi: 'verokortti', sv: 'skattekort' } },
  termWords: { 'tax-card': 'tax card' },
  officialLanguage: 'fi',
  links: {
    vero: { fi: 'https://www.vero.fi/verokortti', en: 'https://www.vero.fi/en/tax-card' },
    one: 'https://example.com',
  },
}
const fill = (text: string, change: Partial<TextValues> = {}) => fillText(text, { ...values, ...change })
const words = (text: string, change: Partial<TextValues> = {}) => plainText(fill(text, change))

describe('placeholders', () => {
  it.each([
    ['Ask {contact} at {employer}.', 'Ask Hanna at Esimerkkihirsi Oy.'],
    ['At most {figure:deposit-max}.', 'At most 3 months.'],
    ['{figure:deposit-max|number} is the most.', '3 is the most.'],
    ['You need {figure:floor}.', 'You need €1,210.50.'],
    ['Open {figure:open}.', 'Open 9:00–15:30.'],
    ['Call {phone:emergency}.', 'Call 112.'],
    ['Get a {term:tax-card}.', 'Get a tax card (verokortti).'],
    ['Give the {term:tax-card|card}.', 'Give the card (verokortti).'],
  ])('%s', (text, expected) => expect(words(text)).toBe(expected))

  it('are isolated values, so that no direction of the text can turn them around', () => {
    expect(fill('Call {phone:emergency}.')).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'Call ' },
          { type: 'value', kind: 'phone', value: '112' },
          { type: 'text', value: '.' },
        ],
      },
    ])
  })

  it('stay visible where nothing fills them', () => {
    expect(words('See {figure:gone} and {place}, {nobody}.')).toBe('See {figure:gone} and {place}, {nobody}.')
  })

  it('name the term alone in the official language itself', () => {
    expect(
      words('Hanki {term:tax-card|verokortti}.', { language: 'fi', termWords: { 'tax-card': 'verokortti' } }),
    ).toBe('Hanki verokortti.')
    expect(words('Skaffa {term:tax-card}.', { language: 'sv', termWords: { 'tax-card': 'skattekort' } })).toBe(
      'Skaffa skattekort.',
    )
  })

  it('write numbers as the language does, with Latin digits', () => {
    expect(words('{figure:floor}', { language: 'fi' })).toBe('1 210,50 €')
    expect(words('{figure:deposit-max}', { language: 'ar' })).toContain('3')
    expect(words('{figure:open}', { language: 'fi' })).toBe('9–15.30')
  })

  it('take values as words: markup in a name stays what it is', () => {
    const [block] = fill('Hello {worker}', { plain: { worker: '**<b>x</b>** [y](link:one)' } })
    expect(block?.type === 'paragraph' && block.children[1]).toEqual({
      type: 'value',
      kind: 'name',
      value: '**<b>x</b>** [y](link:one)',
    })
  })
})

describe('links', () => {
  it('lead to the page in the reader’s language, else in English', () => {
    expect(linkFor(values.links['vero'], 'fi')).toBe('https://www.vero.fi/verokortti')
    expect(linkFor(values.links['vero'], 'th')).toBe('https://www.vero.fi/en/tax-card')
    expect(fill('See [the site](link:one).')).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'See ' },
          { type: 'link', href: 'https://example.com', children: [{ type: 'text', value: 'the site' }] },
          { type: 'text', value: '.' },
        ],
      },
    ])
  })

  it('that lead nowhere of ours are their words', () => {
    expect(
      fill('See [x](https://evil.example) and [y](javascript:alert(1)) and [z](link:gone).').every(
        (block) => block.type === 'paragraph' && block.children.every((inline) => inline.type === 'text'),
      ),
    ).toBe(true)
  })
})

describe('markdown', () => {
  it('is a closed set: whatever else comes is the words it is made of', () => {
    const text = '# Title\n\n<script>alert(1)</script>\n\n> quote\n\n- one\n- **two**\n\n![pic](x.png) `code` *slanted*'
    const tree = parseMarkdown(text)
    expect(JSON.stringify(tree)).not.toMatch(/"type":"(heading|image|html|inlineCode|emphasis)"/)
    expect(plainText(fill(text))).toBe('Title\n<script>alert(1)</script>\nquote\none\ntwo\n code slanted')
  })

  it('keeps bold', () => {
    const [block] = fill('**Do not** sign.')
    expect(block).toMatchObject({
      children: [{ type: 'strong', children: [{ value: 'Do not' }] }, { value: ' sign.' }],
    })
    expect(block?.type === 'paragraph' ? inlineText(block.children) : '').toBe('Do not sign.')
  })
})
