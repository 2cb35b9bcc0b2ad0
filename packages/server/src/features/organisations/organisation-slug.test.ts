import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugCandidates, slugOf } from './organisation-slug.ts'

describe('slugOf', () => {
  it.each([
    ['Närpes Växthus Ab', 'narpes-vaxthus-ab'],
    ['Vetelin Hirsitalot Oy', 'vetelin-hirsitalot-oy'],
    ['Łódź & Sønner', 'lodz-sonner'],
    ['  --  ', 'organisation'],
    ['Вітряк', 'organisation'],
  ])('writes %s as %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  it('is always something that the database takes, with every suffix', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        for (const slug of slugCandidates(name, 'f00dcafe')) {
          expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          expect(slug.length).toBeLessThanOrEqual(60)
        }
      }),
    )
  })
})

describe('slugCandidates', () => {
  it('never offers an address that the service uses itself', () => {
    expect(slugCandidates('API', 'x')).toEqual(['api-2', 'api-3', 'api-4', 'api-5', 'api-x'])
  })
})
