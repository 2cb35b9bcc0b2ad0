import { describe, expect, it } from 'vitest'
import { findPlaceholders } from '../../text/placeholder.ts'
import { staffMail, workerMail } from './mail-texts.ts'

type Tree = { readonly [key: string]: string | Tree }

/** `share-link.body` → the values it asks for, sorted. */
function placeholders(tree: Tree, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [
            [
              path + key,
              findPlaceholders(value)
                .map(({ source }) => source)
                .sort()
                .join(' '),
            ],
          ]
        : Object.entries(placeholders(value, `${path}${key}.`)),
    ),
  )
}

describe('mail texts', () => {
  const english = placeholders(staffMail.en as unknown as Tree)

  it.each(['fi', 'sv'] as const)('say in %s what they say in English, with the same values', (language) => {
    expect(placeholders(staffMail[language] as unknown as Tree)).toEqual(english)
  })

  it.each(Object.entries(workerMail))('have the share link mail in %s, with the same values', (_, mail) => {
    expect(placeholders({ link: mail['share-link'] } as unknown as Tree)).toEqual(
      placeholders({ link: workerMail.en['share-link'] } as unknown as Tree),
    )
  })

  it('mark every language that no person has checked', () => {
    const unmarked = Object.entries(workerMail).filter(([, mail]) => mail.layout.machine === undefined)
    expect(unmarked.map(([tag]) => tag).sort()).toEqual(['en', 'fi', 'sv'])
  })
})
