import advisor from './sv/advisor.json' with { type: 'json' }
import announcements from './sv/announcements.json' with { type: 'json' }
import auth from './sv/auth.json' with { type: 'json' }
import batch from './sv/batch.json' with { type: 'json' }
import common from './sv/common.json' with { type: 'json' }
import errors from './sv/errors.json' with { type: 'json' }
import facts from './sv/facts.json' with { type: 'json' }
import form from './sv/form.json' with { type: 'json' }
import holiday from './sv/holiday.json' with { type: 'json' }
import home from './sv/home.json' with { type: 'json' }
import launch from './sv/launch.json' with { type: 'json' }
import members from './sv/members.json' with { type: 'json' }
import plan from './sv/plan.json' with { type: 'json' }
import plans from './sv/plans.json' with { type: 'json' }
import questions from './sv/questions.json' with { type: 'json' }
import reason from './sv/reason.json' with { type: 'json' }
import said from './sv/said.json' with { type: 'json' }
import sections from './sv/sections.json' with { type: 'json' }
import settings from './sv/settings.json' with { type: 'json' }
import share from './sv/share.json' with { type: 'json' }

/** Every text of the staff side in Swedish, by namespace. */
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
