import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Leads to "Who is coming?". */
export function NewPlanButton({ variant = 'filled' }: { readonly variant?: 'filled' | 'default' }) {
  const { t } = useTranslation('home')
  const { organisation } = useParams({ from: '/o/$organisation' })
  return (
    <Button
      variant={variant}
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/o/$organisation/plans/new" params={{ organisation }} {...props} />}
    >
      {t('newPlan')}
    </Button>
  )
}
