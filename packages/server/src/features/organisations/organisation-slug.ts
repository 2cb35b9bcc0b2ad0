/** The name of an organisation in the web app's address. */

const maxLength = 48

/** First parts of addresses that the service itself uses. */
const reserved = new Set([
  'account',
  'api',
  'assets',
  'healthz',
  'invitation',
  'metrics',
  'new',
  'p',
  'readyz',
  'reset-password',
  'sign-in',
  'sign-up',
  'static',
  'trpc',
])

/** Letters that have no accent to take off. */
const spelt: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', đ: 'd', ł: 'l', ß: 'ss', þ: 'th', ð: 'd' }

/** `Närpes Växthus Ab` becomes `narpes-vaxthus-ab`; a name with no Latin letter or digit becomes `organisation`. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[øæđłßþð]/g, (letter) => spelt[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '')
  return slug || 'organisation'
}

/** The slugs to try for a name, in order: the bare one, then numbered, then with `suffix` (random) behind it. */
export function slugCandidates(name: string, suffix: string): string[] {
  const slug = slugOf(name)
  const numbered = [2, 3, 4, 5].map((number) => `${slug}-${number}`)
  return [...(reserved.has(slug) ? [] : [slug]), ...numbered, `${slug}-${suffix}`]
}
