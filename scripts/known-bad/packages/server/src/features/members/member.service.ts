// violates: nothing
export { memberRepository as memberService } from './member.repository.ts'
