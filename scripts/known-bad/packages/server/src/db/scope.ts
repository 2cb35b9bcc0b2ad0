// violates: nothing
export const scope = 'tenant'
