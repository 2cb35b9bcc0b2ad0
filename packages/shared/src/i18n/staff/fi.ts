import auth from './fi/auth.json' with { type: 'json' }
import common from './fi/common.json' with { type: 'json' }
import errors from './fi/errors.json' with { type: 'json' }
import facts from './fi/facts.json' with { type: 'json' }
import holiday from './fi/holiday.json' with { type: 'json' }
import reason from './fi/reason.json' with { type: 'json' }
import sections from './fi/sections.json' with { type: 'json' }

/** Every text of the staff side in Finnish, by namespace. */
export default { auth, common, errors, facts, holiday, reason, sections }
