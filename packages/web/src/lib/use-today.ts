import type { CivilDate } from '@kase/shared/calendar/civil-date.ts'
import { finnishDay } from './civil-day.ts'
import { useState } from 'react'

/** The day that it is in Finland when the page is opened. */
export const useToday = (): CivilDate => useState(() => finnishDay(new Date()))[0]
