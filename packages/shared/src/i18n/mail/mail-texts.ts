import ar from './ar.json' with { type: 'json' }
import bn from './bn.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import et from './et.json' with { type: 'json' }
import fa from './fa.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }
import fil from './fil.json' with { type: 'json' }
import hi from './hi.json' with { type: 'json' }
import ne from './ne.json' with { type: 'json' }
import pl from './pl.json' with { type: 'json' }
import ro from './ro.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import so from './so.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }
import th from './th.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }
import vi from './vi.json' with { type: 'json' }
import zhHans from './zh-Hans.json' with { type: 'json' }
import type { Role } from '../../identity/role.policy.ts'
import type { Language, StaffLanguage } from '../../locales.ts'

/** The words of the mail that the service sends. Staff read Finnish, Swedish or English; workers get theirs where it exists. */

/** One message in Markdown of the closed set; `{key}` is filled with a value. */
export interface MailText {
  readonly subject: string
  readonly body: string
  /** The words on the link, which stands between `body` and `after`. */
  readonly action: string
  readonly after: string
}

interface ShareLinkText extends MailText {
  /** Added where the employer has named somebody to ask. */
  readonly contact: string
}

/** What stands around every message. */
export interface MailLayout {
  readonly linkHint: string
  readonly sentBy: string
  /** Says that no person has checked the translation; absent where one has. */
  readonly machine?: string
}

interface StaffMail {
  readonly layout: MailLayout
  readonly roles: Readonly<Record<Role, string>>
  readonly 'password-reset': MailText
  readonly invitation: MailText
}

interface WorkerMail {
  readonly layout: MailLayout
  readonly 'share-link': ShareLinkText
}

export const staffMail: Readonly<Record<StaffLanguage, StaffMail>> = { fi, sv, en }

export const workerMail: Readonly<Partial<Record<Language, WorkerMail>> & Record<StaffLanguage, WorkerMail>> = {
  ar,
  bn,
  en,
  es,
  et,
  fa,
  fi,
  fil,
  hi,
  ne,
  pl,
  ro,
  ru,
  so,
  sv,
  th,
  uk,
  vi,
  'zh-Hans': zhHans,
}
