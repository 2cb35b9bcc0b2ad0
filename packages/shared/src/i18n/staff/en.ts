import advisor from './en/advisor.json' with { type: 'json' }
import announcements from './en/announcements.json' with { type: 'json' }
import auth from './en/auth.json' with { type: 'json' }
import batch from './en/batch.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import facts from './en/facts.json' with { type: 'json' }
import form from './en/form.json' with { type: 'json' }
import holiday from './en/holiday.json' with { type: 'json' }
import home from './en/home.json' with { type: 'json' }
import launch from './en/launch.json' with { type: 'json' }
import members from './en/members.json' with { type: 'json' }
import plan from './en/plan.json' with { type: 'json' }
import plans from './en/plans.json' with { type: 'json' }
import questions from './en/questions.json' with { type: 'json' }
import reason from './en/reason.json' with { type: 'json' }
import said from './en/said.json' with { type: 'json' }
import sections from './en/sections.json' with { type: 'json' }
import settings from './en/settings.json' with { type: 'json' }
import share from './en/share.json' with { type: 'json' }

/** Every text of the staff side in English, by namespace. Its keys are the type of all three catalogues. */
export default {
  advisor,
  announcements,
  auth,
  batch,
  common,
  errors,
  facts,
  form,
  holiday,
  home,
  launch,
  members,
  plan,
  plans,
  questions,
  reason,
  said,
  sections,
  settings,
  share,
}
