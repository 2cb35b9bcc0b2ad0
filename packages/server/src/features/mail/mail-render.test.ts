import { workerMail } from '@kase/shared/i18n/mail/mail-texts.ts'
import { directionOf, isLanguage, languageTags, type Language } from '@kase/shared/locales.ts'
import { describe, expect, it } from 'vitest'
import { composeMail, type MailPayloads } from './mail-message.ts'
import { renderMailHtml, renderMailText } from './mail-render.ts'

const source = (language: Language) => ({
  publicUrl: 'https://welcome.example',
  language,
  token: 'tokentokentokentokento',
})
const payload: MailPayloads['share-link'] = {
  name: 'Maria Halimbawa',
  employer: 'Hirsi Oy',
  expiresAt: '2026-12-18T12:00:00Z',
  contact: 'Aino Esimerkki, 040 1234567',
}

describe('a share link mail', () => {
  it.each(Object.keys(workerMail).filter(isLanguage))('is complete in %s', (language) => {
    const message = composeMail('share-link', payload, source(language))
    const [html, text] = [renderMailHtml(message), renderMailText(message)]
    expect(message.language).toBe(language)
    expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`)
    for (const output of [html, text]) {
      expect(output).not.toMatch(/[{}]|\*\*|undefined/)
      expect(output).toContain('Maria Halimbawa')
      expect(output).toContain('Aino Esimerkki, 040 1234567')
      expect(output).toContain('https://welcome.example/p/tokentokentokentokento')
      expect(output).toContain('2026')
    }
    expect(message.subject).toContain('Hirsi Oy')
  })

  it.each(languageTags)('comes out in some language for a reader of %s', (language) => {
    const message = composeMail('share-link', payload, source(language))
    expect(workerMail[message.language]).toBeDefined()
  })

  it('says who translated it: nobody knows better than the catalogue', () => {
    expect(renderMailText(composeMail('share-link', payload, source('uk')))).toContain('переклав комп’ютер')
    expect(composeMail('share-link', payload, source('fi')).footer).toHaveLength(1)
  })

  it('leaves the line about questions out when there is nobody to ask', () => {
    const { contact: _, ...withoutContact } = payload
    const text = renderMailText(composeMail('share-link', withoutContact, source('en')))
    expect(text).not.toContain('Questions')
    expect(text).toContain('The link works until 18 Dec 2026.')
  })
})

describe('values', () => {
  it('are escaped, isolated and never parsed', () => {
    const name = `<img src=x onerror="a">&'{employer}**[x](link:y)`
    const html = renderMailHtml(composeMail('share-link', { ...payload, name }, source('ar')))
    expect(html).toContain('<bdi>&#60;img src=x onerror=&#34;a&#34;&#62;&#38;&#39;{employer}**[x](link:y)</bdi>')
    expect(html).not.toContain('<img')
  })
})

describe('mail for staff', () => {
  it.each([
    ['fi', 'Roolisi: henkilöstöasiat'],
    ['sv', 'Din roll: personalfrågor'],
    ['en', 'Your role: HR'],
  ] as const)('names the role in %s', (language, words) => {
    const invitation = { organisation: 'Hirsi Oy', inviter: 'Aino', role: 'hr', expiresAt: payload.expiresAt } as const
    const text = renderMailText(composeMail('invitation', invitation, source(language)))
    expect(text).toContain(words)
    expect(text).toContain('https://welcome.example/invitation/tokentokentokentokento')
    expect(text).not.toMatch(/[{}]|\*\*/)
  })
})
