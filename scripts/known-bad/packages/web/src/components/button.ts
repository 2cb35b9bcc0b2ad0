// violates: nothing
export const button = 'button'
