/** The passwords of the service's roles on a test server; the same in every run, because roles are shared by its databases. */
export const rolePasswords = { app: 'test-app', auth: 'test-auth' }
