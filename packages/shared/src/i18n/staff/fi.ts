import advisor from './fi/advisor.json' with { type: 'json' }
import announcements from './fi/announcements.json' with { type: 'json' }
import auth from './fi/auth.json' with { type: 'json' }
import batch from './fi/batch.json' with { type: 'json' }
import common from './fi/common.json' with { type: 'json' }
import errors from './fi/errors.json' with { type: 'json' }
import facts from './fi/facts.json' with { type: 'json' }
import form from './fi/form.json' with { type: 'json' }
import holiday from './fi/holiday.json' with { type: 'json' }
import home from './fi/home.json' with { type: 'json' }
import launch from './fi/launch.json' with { type: 'json' }
import members from './fi/members.json' with { type: 'json' }
import plan from './fi/plan.json' with { type: 'json' }
import plans from './fi/plans.json' with { type: 'json' }
import questions from './fi/questions.json' with { type: 'json' }
import reason from './fi/reason.json' with { type: 'json' }
import said from './fi/said.json' with { type: 'json' }
import sections from './fi/sections.json' with { type: 'json' }
import settings from './fi/settings.json' with { type: 'json' }
import share from './fi/share.json' with { type: 'json' }

/** Every text of the staff side in Finnish, by namespace. */
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
