// violates: nothing
import { memberService } from '../members/member.service.ts'
import { repository } from './plan.repository.ts'
export const service = { repository, memberService }
