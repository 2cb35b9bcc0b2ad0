import { largestLogoBytes } from '@kase/shared/identity/organisation-logo.schema.ts'
import { Button, FileButton, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PartError } from '../../components/state-card.tsx'
import { useErrorText } from '../../lib/errors.ts'
import { notify } from '../../lib/notify.ts'
import { useTRPC, type Outputs } from '../../lib/trpc.ts'
import classes from './settings.module.css'

/** The logo of the PDFs. It is kept as soon as it is chosen, apart from the form around it: a file is checked as a whole. */
export function LogoField() {
  const { t } = useTranslation('settings')
  const trpc = useTRPC()
  const logo = useQuery(trpc.organisation.getLogo.queryOptions())
  const hint = useId()
  return (
    <fieldset className={classes.logo} aria-describedby={hint}>
      <legend className="sm med">{t('logo')}</legend>
      <p className="xs ink3" id={hint}>
        {t('logoHint')}
      </p>
      {logo.isPending && <Skeleton height={98} width={200} />}
      {logo.isError && <PartError onRetry={() => void logo.refetch()} />}
      {logo.isSuccess && <LogoChoice logo={logo.data} />}
    </fieldset>
  )
}

function LogoChoice({ logo }: { readonly logo: Outputs['organisation']['getLogo'] }) {
  const { t } = useTranslation('settings')
  const choice = useLogoChoice()
  return (
    <>
      {logo ? (
        <div className={classes.paper}>
          <img src={logo.url} alt={t('logoAlt')} />
        </div>
      ) : (
        <p className="sm ink3">{t('logoNone')}</p>
      )}
      {choice.problem !== undefined && (
        <p className="sm late" role="alert">
          {choice.problem}
        </p>
      )}
      <div className="row wrap">
        <FileButton
          accept=".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"
          resetRef={choice.reset}
          onChange={choice.choose}
        >
          {({ onClick }) => (
            <Button ref={choice.button} onClick={onClick} loading={choice.isSaving}>
              {t(logo ? 'logoReplace' : 'logoChoose')}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="subtle" onClick={choice.remove} loading={choice.isRemoving}>
            {t('logoRemove')}
          </Button>
        )}
      </div>
    </>
  )
}

/** Sends and takes away; what is wrong is said beside the field until the next try. */
function useLogoChoice() {
  const { t } = useTranslation(['settings', 'errors'])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [problem, setProblem] = useState<string>()
  const reset = useRef<() => void>(null)
  const button = useRef<HTMLButtonElement>(null)
  const onError = (error: unknown): void => setProblem(errorText(error))
  const show = (logo: Outputs['organisation']['getLogo']): void =>
    void queryClient.setQueryData(trpc.organisation.getLogo.queryKey(), logo)
  const save = useMutation(
    trpc.organisation.setLogo.mutationOptions({
      onSuccess: async (logo) => {
        show(logo)
        await notify(t('logoSaved'))
      },
      onError,
    }),
  )
  const removal = useMutation(
    trpc.organisation.removeLogo.mutationOptions({
      onSuccess: async () => {
        show(null)
        await notify(t('logoRemoved'))
      },
      onError,
    }),
  )
  const choose = async (file: File | null): Promise<void> => {
    // The same file may be chosen again once it has been put right.
    reset.current?.()
    if (!file) return
    setProblem(undefined)
    // A file much larger than the limit would not even reach the check.
    if (file.size > largestLogoBytes) return setProblem(t('errors:logo-too-large'))
    if (file.size === 0) return setProblem(t('errors:logo-type'))
    const data = await base64Of(file).catch(() => undefined)
    if (data === undefined) return setProblem(t('errors:logo-damaged'))
    save.mutate({ data })
  }
  return {
    problem,
    reset,
    button,
    choose: (file: File | null) => void choose(file),
    remove: () => {
      setProblem(undefined)
      // Its own button goes with the logo.
      removal.mutate(undefined, { onSuccess: () => button.current?.focus() })
    },
    isSaving: save.isPending,
    isRemoving: removal.isPending,
  }
}

async function base64Of(file: File): Promise<string> {
  let binary = ''
  for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte)
  return btoa(binary)
}
