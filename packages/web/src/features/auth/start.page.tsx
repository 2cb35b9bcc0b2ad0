import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { LoadError } from '../../components/state-card.tsx'
import { useTRPC } from '../../lib/trpc.ts'

/** The bare address: leads to sign-in, to the first organisation, or to founding one. */
export function StartPage() {
  const trpc = useTRPC()
  const me = useQuery(trpc.session.me.queryOptions())
  if (me.isPending) return null
  if (me.isError)
    return (
      <main className="page page-narrow">
        <div className="card">
          <LoadError error={me.error} onRetry={() => void me.refetch()} />
        </div>
      </main>
    )
  if (me.data === null) return <Navigate to="/sign-in" replace />
  const [first] = me.data.organisations
  if (first === undefined) return <Navigate to="/new-organisation" replace />
  return <Navigate to="/o/$organisation" params={{ organisation: first.slug }} replace />
}
