interface Person {
  readonly role: 'worker' | 'partner' | 'child'
  readonly age: number | null
}

const ownPageAge = 15

/** Whether a person has a page and a link of their own; a younger child's tasks are on the parents' pages. */
export const hasOwnPage = ({ role, age }: Person): boolean => role !== 'child' || (age !== null && age >= ownPageAge)
