// violates: nothing
export const memberRepository = 'members'
