import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openAuthServer } from '../../../test/auth-server.ts'
import { takeMail, tokenIn } from '../../../test/outbox.ts'
import { openTestService } from '../../../test/service.ts'
import { findPerson } from './session.service.ts'

const service = await openTestService()
const { auth, ask } = await openAuthServer(service)
const { owner } = service
const password = 'a long enough password'

const newEmail = (): string => `aino.${randomBytes(6).toString('hex')}@example.com`
const signUp = async (given: object = {}) => {
  const body = { name: 'Aino Esimerkki', email: newEmail(), password, ...given }
  return { ...(await ask('/sign-up/email', { body })), email: body.email }
}
const signIn = (email: string, given = password) => ask('/sign-in/email', { body: { email, password: given } })
const personOf = (cookie: string) => findPerson(auth, { cookie })

describe('sign-up', () => {
  it('makes a person and signs them in by a cookie that no script reads', async () => {
    const { status, body, headers, cookie, email } = await signUp()
    expect({ status, body }).toEqual({ status: 200, body: { ok: true } })
    const [set] = headers.getSetCookie()
    expect(set).toMatch(/^kase-session=/)
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/SameSite=Lax/i)
    expect(set).not.toMatch(/Secure|Domain/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(await personOf(cookie)).toEqual({ userId: expect.any(String), name: 'Aino Esimerkki', email })
  })

  it('keeps the password as an argon2id hash', async () => {
    const { email } = await signUp()
    const { rows } = await owner.query(
      `select a.password from auth.account a join auth."user" u on u.id = a."userId" where u.email = $1`,
      [email],
    )
    expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it.each([
    ['HTML in the name', { name: '<b>Aino</b>' }, 'name', 'html'],
    ['a bidi control in the name', { name: 'Aino\u202e' }, 'name', 'hidden-characters'],
    ['ten thousand characters', { name: 'x'.repeat(10_000) }, 'name', 'too-long'],
    ['two lines', { name: 'Aino\nBcc: x' }, 'name', 'one-line'],
    ['nine characters of password', { password: '123456789' }, 'password', 'too-short'],
    ['a book of a password', { password: 'x'.repeat(129) }, 'password', 'too-long'],
    ['no address', { email: 'nobody' }, 'email', 'email'],
  ])('refuses %s and makes nobody', async (_, given, path, issue) => {
    const { status, body, cookie, email } = await signUp(given)
    expect({ status, body }).toEqual({
      status: 400,
      body: { code: 'bad-input', params: {}, fields: [{ path, issue }] },
    })
    expect(cookie).toBe('')
    expect((await owner.query('select from auth."user" where email = $1', [email])).rowCount).toBe(0)
  })

  it('takes nothing but name, address and password', async () => {
    const { email } = await signUp({
      emailVerified: true,
      image: 'javascript:alert(1)',
      id: 'x',
      callbackURL: '//evil',
    })
    const { rows } = await owner.query('select "emailVerified", image from auth."user" where email = $1', [email])
    expect(rows).toEqual([{ emailVerified: false, image: null }])
  })

  it('says that an address is taken, whatever its case', async () => {
    const { email } = await signUp()
    expect(await signUp({ email: email.toUpperCase() })).toMatchObject({ status: 409, body: { code: 'address-taken' } })
  })

  it('makes one person when it is asked twice at the same moment', async () => {
    const email = newEmail()
    const answers = await Promise.all([signUp({ email }), signUp({ email }), signUp({ email })])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409])
    expect((await owner.query('select from auth."user" where email = $1', [email])).rowCount).toBe(1)
  })
})

describe('sign-in', () => {
  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await signUp()
    const [wrong, unknown] = [await signIn(email, 'not the password'), await signIn(newEmail())]
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong-credentials' }, cookie: '' })
    expect(unknown).toMatchObject({ status: wrong.status, body: wrong.body as object, cookie: '' })
  })

  it('is limited for each address, and not by what the caller says of itself', async () => {
    const email = newEmail()
    const attempt = (spoofed: number) =>
      ask('/sign-in/email', { body: { email, password }, address: `203.0.113.${spoofed}, 198.51.100.7` })
    for (let number = 1; number <= 30; number++) expect((await attempt(number)).status).toBe(401)
    const refused = await attempt(31)
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn(email)).status).toBe(401)
  })
})

describe('a session', () => {
  it('is renewed for an office that never pauses, all behind one address', async () => {
    const { cookie } = await signUp()
    const renew = () => ask('/get-session', { method: 'GET', cookie, address: '198.51.100.9' })
    const statuses = new Set<number>()
    for (let loads = 0; loads < 150; loads += 1) statuses.add((await renew()).status)
    expect([...statuses]).toEqual([200])
  })

  it('ends with sign-out', async () => {
    const { cookie } = await signUp()
    expect(await ask('/sign-out', { cookie })).toMatchObject({ status: 200, body: { ok: true } })
    expect(await personOf(cookie)).toBeUndefined()
  })

  it('ends on every device with sign-out everywhere', async () => {
    const { cookie, email } = await signUp()
    const other = await signIn(email)
    expect(await personOf(other.cookie)).toMatchObject({ email })
    expect(await ask('/revoke-sessions', { cookie })).toMatchObject({ status: 200 })
    expect([await personOf(cookie), await personOf(other.cookie)]).toEqual([undefined, undefined])
    expect(await ask('/revoke-sessions', { cookie })).toMatchObject({ status: 401, body: { code: 'signed-out' } })
  })

  it('ends by itself', async () => {
    const { cookie, email } = await signUp()
    await owner.query(
      `update auth.session set "expiresAt" = now() where "userId" = (select id from auth."user" where email = $1)`,
      [email],
    )
    expect(await personOf(cookie)).toBeUndefined()
  })

  it('is not opened by a cookie that was altered, made up or is not ours', async () => {
    const { cookie } = await signUp()
    const [name = '', value = ''] = cookie.split('=')
    const [token = ''] = decodeURIComponent(value).split('.')
    const other = (await signUp()).cookie.split('=')[1] ?? ''
    const signature = decodeURIComponent(other).split('.')[1] ?? ''
    const forged = [
      token,
      `${token}.`,
      `${token}.${'A'.repeat(43)}=`,
      `${token}.${encodeURIComponent(signature)}`,
      `%E0%A4%A`,
      '',
    ]
    for (const given of forged) expect(await personOf(`${name}=${given}`)).toBeUndefined()
    expect(await personOf(`x${cookie}`)).toBeUndefined()
    expect(await findPerson(auth, {})).toBeUndefined()
    expect(await personOf(`theme=dark; ${cookie}; lang=fi`)).toMatchObject({ name: 'Aino Esimerkki' })
  })

  it('is renewed by the question whether one is signed in, which gives no token away', async () => {
    const { cookie, email } = await signUp()
    const old = `where "userId" = (select id from auth."user" where email = '${email}')`
    await owner.query(`update auth.session set "expiresAt" = now() + interval '1 day' ${old}`)
    const answer = await ask('/get-session', { method: 'GET', cookie })
    expect(answer).toMatchObject({ status: 200, body: { isSignedIn: true } })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^kase-session=.*Max-Age=604800/)
    const { rows } = await owner.query(
      `select "expiresAt" > now() + interval '6 days' as renewed from auth.session ${old}`,
    )
    expect(rows).toEqual([{ renewed: true }])
    expect(await ask('/get-session', { method: 'GET' })).toMatchObject({ status: 200, body: { isSignedIn: false } })
  })

  it('is opened by the same cookie that better-auth itself would take', async () => {
    const { cookie } = await signUp()
    expect(await ask('/get-session', { method: 'GET', cookie })).toMatchObject({ body: { isSignedIn: true } })
    const altered = `${cookie.slice(0, -6)}AAAAAA`
    expect(await ask('/get-session', { method: 'GET', cookie: altered })).toMatchObject({ body: { isSignedIn: false } })
  })
})

describe('a forgotten password', () => {
  it('is replaced by a link that works once and ends every session', async () => {
    const { email, cookie } = await signUp()
    await ask('/request-password-reset', { body: { email }, headers: { 'accept-language': 'sv-FI,fi;q=0.8' } })
    const [mail] = await takeMail(service, email)
    expect(mail).toMatchObject({ to: email, subject: 'Välj ett nytt lösenord', language: 'sv' })
    const token = tokenIn(mail)
    expect(mail?.text).toContain(`http://localhost:3000/reset-password/${token}`)
    const newPassword = 'another long password'
    const reset = () => ask('/reset-password', { body: { token, newPassword } })
    expect(await reset()).toMatchObject({ status: 200, body: { ok: true } })
    expect(await reset()).toMatchObject({ status: 412, body: { code: 'reset-invalid' } })
    expect(await personOf(cookie)).toBeUndefined()
    expect((await signIn(email)).status).toBe(401)
    expect((await signIn(email, newPassword)).status).toBe(200)
  })

  it('is asked for with the same answer whether the address is known or not', async () => {
    const { email } = await signUp()
    const unknownEmail = newEmail()
    const [known, unknown] = [
      await ask('/request-password-reset', { body: { email } }),
      await ask('/request-password-reset', { body: { email: unknownEmail } }),
    ]
    expect(known).toMatchObject({ status: 200, body: { ok: true } })
    expect(unknown).toMatchObject({ status: 200, body: { ok: true } })
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()])
    expect(await takeMail(service, unknownEmail)).toEqual([])
  })

  it('keeps its token out of the outbox', async () => {
    const { email } = await signUp()
    await ask('/request-password-reset', { body: { email } })
    const { rows } = await owner.query<{ row: string }>(
      `select m::text || encode(secret, 'escape') as row from mail m where to_address = $1`,
      [email],
    )
    const [mail] = await takeMail(service, email)
    expect(rows[0]?.row).not.toContain(tokenIn(mail))
  })
})

describe('change of password', () => {
  it('asks for the old one and ends the sessions on other devices', async () => {
    const { cookie, email } = await signUp()
    const other = await signIn(email)
    const change = (currentPassword: string) =>
      ask('/change-password', { cookie, body: { currentPassword, newPassword: 'a third long password' } })
    expect(await change('not the password')).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } })
    const changed = await change(password)
    expect(changed).toMatchObject({ status: 200, body: { ok: true } })
    expect(await personOf(other.cookie)).toBeUndefined()
    expect(await personOf(changed.cookie)).toMatchObject({ email })
    expect((await signIn(email, 'a third long password')).status).toBe(200)
  })

  it('is for the signed-in only', async () => {
    const body = { currentPassword: password, newPassword: 'a third long password' }
    expect(await ask('/change-password', { body })).toMatchObject({ status: 401, body: { code: 'signed-out' } })
  })
})

describe('the door', () => {
  it.each([
    '/update-user',
    '/delete-user',
    '/change-email',
    '/set-password',
    '/list-sessions',
    '/revoke-session',
    '/revoke-other-sessions',
    '/sign-in/social',
    '/link-social',
    '/send-verification-email',
    '/verify-password',
    '/refresh-token',
    '/ok',
    '/error',
    '/Sign-In/email',
    '/sign-in//email',
    '/sign-in/email/',
    '/reset-password/some-token?callbackURL=/',
    '/callback/google',
    '/..%2fauth/update-user',
  ])('is closed at %s', async (path) => {
    const { cookie } = await signUp()
    expect(await ask(path, { cookie })).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await ask(path, { cookie, method: 'GET' })).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  it('is closed to other origins', async () => {
    const { cookie, email } = await signUp()
    const headers = { origin: 'https://evil.example' }
    expect(await ask('/sign-out', { cookie, headers })).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const body = { email, password }
    expect(await ask('/sign-in/email', { body, headers })).toMatchObject({ status: 403, cookie: '' })
    expect(await personOf(cookie)).toMatchObject({ email })
  })

  it('takes JSON of a bounded size, and says no without a word about its insides', async () => {
    const huge = JSON.stringify({ name: 'x'.repeat(20_000_000) })
    expect(await ask('/sign-up/email', { body: huge })).toMatchObject({ status: 413, body: { code: 'too-large' } })
    for (const body of ['{', 'null', '[]', '"text"', '{"__proto__":{"name":"x"}}'])
      expect(await ask('/sign-up/email', { body })).toMatchObject({ status: 400, body: { code: 'bad-input' } })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await ask('/sign-in/email', { body: `email=a@example.com&password=${password}`, headers: form })
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-input' } })
  })

  it('leads to tables that the application role cannot read', async () => {
    const reading = service.database.readUser('00000000-0000-4000-8000-000000000000', (db) =>
      db
        .selectFrom('auth.session' as 'member')
        .selectAll()
        .execute(),
    )
    await expect(reading).rejects.toThrow('permission denied for schema auth')
  })
})

describe('on https', () => {
  it('the cookie is bound to the host', async () => {
    const https = await openAuthServer(service, 'https://welcome.example')
    const body = { name: 'Aino', email: newEmail(), password }
    const { headers, cookie } = await https.ask('/sign-up/email', { body })
    expect(headers.getSetCookie()).toHaveLength(1)
    const [set] = headers.getSetCookie()
    expect(set).toMatch(/^__Host-kase-session=/)
    expect(set).toMatch(/; Path=\/;/)
    expect(set).toMatch(/; Secure/)
    expect(set).not.toMatch(/Domain/)
    expect(await findPerson(https.auth, { cookie })).toMatchObject({ email: body.email })
  })
})
