// violates: nothing
export const pool = 'pool'
