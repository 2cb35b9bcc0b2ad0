/** Who may do what: the one table that the server enforces and the web app shows by (PRODUCT §5). */

export const employerRoles = ['owner', 'hr', 'buddy'] as const
export const advisorRoles = ['admin', 'editor', 'translator'] as const
export const roles = [...employerRoles, ...advisorRoles] as const
export type Role = (typeof roles)[number]

export type OrganisationKind = 'employer' | 'advisor'
export const rolesOf: Record<OrganisationKind, readonly Role[]> = { employer: employerRoles, advisor: advisorRoles }

/** Every action that is asked about. The name says the thing and what happens to it. */
export const actions = [
  'organisation.read',
  'organisation.update',
  'member.list',
  'member.manage',
  'audit.read',
  'plan.read',
  'plan.write',
  'plan.readFacts',
  'plan.readFamily',
  'task.tick',
  'link.manage',
  'document.make',
  'mail.read',
  'mail.retry',
  'template.read',
  'question.answer',
  'announcement.manage',
] as const
export type Action = (typeof actions)[number]

const readOwn: readonly Action[] = ['organisation.read']
const hr: readonly Action[] = [
  ...readOwn,
  'member.list',
  'plan.read',
  'plan.write',
  'plan.readFacts',
  'plan.readFamily',
  'task.tick',
  'link.manage',
  'document.make',
  'mail.read',
  'mail.retry',
  'template.read',
]

const table: Record<Role, readonly Action[]> = {
  owner: [...hr, 'organisation.update', 'member.manage', 'audit.read'],
  hr,
  // The plans assigned to them (row-level security sees to that): see and tick, no facts about permits or family.
  buddy: [...readOwn, 'plan.read', 'task.tick'],
  admin: [
    ...readOwn,
    'organisation.update',
    'member.list',
    'member.manage',
    'audit.read',
    'template.read',
    'mail.read',
    'mail.retry',
    'question.answer',
    'announcement.manage',
  ],
  editor: [...readOwn, 'member.list', 'template.read', 'question.answer', 'announcement.manage'],
  translator: [...readOwn, 'template.read'],
}

/** Whether a member with this role may do this. */
export const can = (role: Role, action: Action): boolean => table[role].includes(action)
