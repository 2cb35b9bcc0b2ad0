import { rolesOf } from '@kase/shared/identity/role.policy.ts'
import { Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { PersonAvatar } from '../../components/person-avatar.tsx'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import { useMyPlace } from '../../lib/my-place.ts'
import classes from './members.module.css'

type Member = Outputs['member']['list'][number]

interface MemberRowProps {
  readonly member: Member
  readonly mayManage: boolean
}

/** One member: name, address, role; owners can change the role or end the membership. */
export function MemberRow({ member, mayManage }: MemberRowProps) {
  const { t } = useTranslation(['members', 'common'])
  const place = useMyPlace()
  const { changeRole, remove } = useMemberChanges()
  const isMe = place?.userId === member.userId
  const choices = rolesOf[place?.kind ?? 'employer'].map((role) => ({ value: role, label: t(`common:roles.${role}`) }))
  return (
    <li className={classes.member}>
      <PersonAvatar name={member.name} />
      <div className={classes.name}>
        <p className="semi">
          {member.name}
          {isMe && <span className="ink3 sm"> ({t('you')})</span>}
        </p>
        <p className="xs ink3">{member.email}</p>
      </div>
      {mayManage ? (
        <Select
          aria-label={t('role', { name: member.name })}
          data={choices}
          value={member.role}
          allowDeselect={false}
          disabled={changeRole.isPending}
          onChange={(role) => {
            if (role !== null) changeRole.mutate({ userId: member.userId, role })
          }}
        />
      ) : (
        <span className="sm">{t(`common:roles.${member.role}`)}</span>
      )}
      {mayManage && !isMe ? (
        <ConfirmButton
          label={t('remove')}
          title={t('removeTitle', { name: member.name })}
          text={t(place?.kind === 'advisor' ? 'removeTextAdvisor' : 'removeText', { name: member.name })}
          isBusy={remove.isPending}
          button={{ size: 'compact-sm', color: 'red', variant: 'subtle' }}
          onConfirm={() => remove.mutate({ userId: member.userId })}
        />
      ) : (
        <span />
      )}
    </li>
  )
}

/** The two changes of a membership; each says what it did, and the list is read again. */
function useMemberChanges() {
  const { t } = useTranslation(['members', 'common'])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const listKey = trpc.member.list.queryKey()
  const nameOf = (userId: string) =>
    queryClient.getQueryData(listKey)?.find((member) => member.userId === userId)?.name ?? ''
  const onError = (error: unknown) => void notify(errorText(error), 'refused')
  const changeRole = useMutation(
    trpc.member.changeRole.mutationOptions({
      onSuccess: (_nothing, { userId, role }) =>
        notify(t('roleChanged', { name: nameOf(userId), role: t(`common:roles.${role}`) })),
      onError,
      onSettled: () => queryClient.invalidateQueries({ queryKey: listKey }),
    }),
  )
  const remove = useMutation(
    trpc.member.remove.mutationOptions({
      onSuccess: (_nothing, { userId }) => notify(t('removed', { name: nameOf(userId) })),
      onError,
      onSettled: () => queryClient.invalidateQueries({ queryKey: listKey }),
    }),
  )
  return { changeRole, remove }
}
