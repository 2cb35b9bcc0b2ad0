// violates: nothing
import { scope } from '../../db/scope.ts'
import { service } from './plan.service.ts'
export const planRouter = { service, scope }
