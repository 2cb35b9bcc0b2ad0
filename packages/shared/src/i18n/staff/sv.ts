import auth from './sv/auth.json' with { type: 'json' }
import common from './sv/common.json' with { type: 'json' }
import errors from './sv/errors.json' with { type: 'json' }
import facts from './sv/facts.json' with { type: 'json' }
import holiday from './sv/holiday.json' with { type: 'json' }
import reason from './sv/reason.json' with { type: 'json' }
import sections from './sv/sections.json' with { type: 'json' }

/** Every text of the staff side in Swedish, by namespace. */
export default { auth, common, errors, facts, holiday, reason, sections }
