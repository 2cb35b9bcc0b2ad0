// violates: features-meet-at-services
export { memberRepository } from '../members/member.repository.ts'
