import { lazyRouteComponent } from '@tanstack/react-router'
import { SkeletonRows } from '../components/skeleton-rows.tsx'
import { useMyPlace } from '../lib/my-place.ts'

const homes = {
  employer: lazyRouteComponent(() => import('../features/home/home.page.tsx'), 'HomePage'),
  advisor: lazyRouteComponent(() => import('../features/advisor-home/advisor-home.page.tsx'), 'AdvisorHomePage'),
}

/** The first page of an organisation: an employer's and an advisor's have nothing in common. */
export function HomeOfKind() {
  const kind = useMyPlace()?.kind
  if (kind === undefined)
    return (
      <div className="page">
        <div className="card">
          <SkeletonRows rows={4} />
        </div>
      </div>
    )
  const Home = homes[kind]
  return <Home />
}
