import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconBuilding, IconChevronDown, IconLogout, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { notify } from '../../lib/notify.ts'
import type { Outputs } from '../../lib/trpc.ts'
import classes from './shell.module.css'

type Me = NonNullable<Outputs['session']['me']>

const schemes = ['light', 'dark', 'auto'] as const

/** The person: their organisations, colours, and the way out. */
export function AccountMenu({ me, slug }: { readonly me: Me; readonly slug: string }) {
  const { t } = useTranslation('common')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const navigate = useNavigate()
  const leave = useLeave()
  const here = me.organisations.find((organisation) => organisation.slug === slug)
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={classes.who}>
          <span className="vh">{t('account.label')}: </span>
          <PersonAvatar name={me.person.name} />
          <span className={classes.names}>
            <span className="sm med">{me.person.name}</span>
            <small>{here?.name}</small>
          </span>
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('account.organisations')}</Menu.Label>
        {me.organisations.map((organisation) => (
          <Menu.Item
            key={organisation.slug}
            leftSection={<IconBuilding size={18} aria-hidden />}
            className={organisation.slug === slug ? classes.chosen : undefined}
            onClick={() => void navigate({ to: '/o/$organisation', params: { organisation: organisation.slug } })}
          >
            {organisation.name}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => void navigate({ to: '/new-organisation' })}
        >
          {t('account.newOrganisation')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void leave('here')}>
          {t('account.signOut')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void leave('everywhere')}>
          {t('account.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Ends the session, here or on every device, and forgets all that was read. */
function useLeave() {
  const { t } = useTranslation(['common', 'errors'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return async (where: 'here' | 'everywhere') => {
    const auth = await import('../../lib/auth.ts')
    const result = where === 'here' ? await auth.signOut() : await auth.signOutEverywhere()
    if (!result.ok) {
      await notify(t(`errors:${result.code}`), 'refused')
      return
    }
    await navigate({ to: '/sign-in' })
    queryClient.clear()
    if (where === 'everywhere') await notify(t('account.signedOutEverywhere'))
  }
}
