// violates: nothing
export const buildPlan = (): string => 'plan'
