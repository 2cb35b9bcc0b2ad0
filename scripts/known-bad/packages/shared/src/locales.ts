// violates: nothing
export const locale = 'fi'
