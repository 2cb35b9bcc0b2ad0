import { can, type Action } from '@kase/shared/identity/role.policy.ts'
import {
  IconClipboardList,
  IconHome,
  IconMessageQuestion,
  IconSettings,
  IconSpeakerphone,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../../components/logo.tsx'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { MenuPlaceholder } from '../../components/menu-placeholder.tsx'
import { LanguageMenu } from '../../components/language-menu.tsx'
import classes from './shell.module.css'

// What floats is fetched after the first screen stands.
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }))

type Me = NonNullable<Outputs['session']['me']>

const places = [
  { key: 'home', to: '/o/$organisation', icon: IconHome, needs: 'organisation.read' },
  { key: 'plans', to: '/o/$organisation/plans', icon: IconClipboardList, needs: 'plan.read' },
  { key: 'questions', to: '/o/$organisation/questions', icon: IconMessageQuestion, needs: 'question.answer' },
  { key: 'announcements', to: '/o/$organisation/announcements', icon: IconSpeakerphone, needs: 'announcement.manage' },
  { key: 'members', to: '/o/$organisation/members', icon: IconUsers, needs: 'member.list' },
  { key: 'settings', to: '/o/$organisation/settings', icon: IconSettings, needs: 'organisation.update' },
] as const satisfies readonly { key: string; to: string; icon: Icon; needs: Action }[]

interface PlacesProps {
  readonly slug: string
  readonly role: Me['organisations'][number]['role'] | undefined
}

/** One bar, no side menu: the few places, the language and the account. */
export function Header({ me, slug, role }: PlacesProps & { readonly me: Me | undefined }) {
  const { t } = useTranslation('common')
  return (
    <header className={`${classes.header} no-print`}>
      <div className={classes.inner}>
        <Link to="/o/$organisation" params={{ organisation: slug }} className={classes.brand}>
          <Logo />
          {t('appName')}
        </Link>
        <nav className={classes.nav} aria-label={t('nav.label')}>
          <Places slug={slug} role={role} withIcons={false} />
        </nav>
        <div className={classes.tools}>
          <LanguageMenu />
          {me !== undefined && (
            <Suspense fallback={<MenuPlaceholder />}>
              <AccountMenu me={me} slug={slug} />
            </Suspense>
          )}
        </div>
      </div>
    </header>
  )
}

/** The same places under the thumb, on narrow screens. */
export function ThumbBar({ slug, role }: PlacesProps) {
  const { t } = useTranslation('common')
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={t('nav.label')}>
      <Places slug={slug} role={role} withIcons />
    </nav>
  )
}

function Places({ slug, role, withIcons }: PlacesProps & { readonly withIcons: boolean }) {
  const { t } = useTranslation('common')
  return places
    .filter(({ needs }) => role !== undefined && can(role, needs))
    .map(({ key, to, icon: Picture }) => (
      <Link key={key} to={to} params={{ organisation: slug }} activeOptions={{ exact: key === 'home' }}>
        {withIcons && <Picture size={22} stroke={1.75} aria-hidden />}
        {t(`nav.${key}`)}
        {key === 'questions' && <OpenQuestions />}
      </Link>
    ))
}

const minute = 60_000

/** How many questions wait for an answer; nothing while it is not known. */
function OpenQuestions() {
  const { t } = useTranslation('common')
  const trpc = useTRPC()
  const counts = useQuery({ ...trpc.question.count.queryOptions(), refetchInterval: minute })
  const open = counts.data?.open ?? 0
  if (open === 0) return null
  return (
    <span className={classes.count}>
      <span aria-hidden="true">{open}</span>
      <span className="vh">, {t('nav.open', { count: open })}</span>
    </span>
  )
}
