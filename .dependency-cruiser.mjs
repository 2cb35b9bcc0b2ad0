/**
 * Who may import whom (docs/ARCHITECTURE.md, "Layout"). `scripts/known-bad-imports.mjs` proves that every rule below bites.
 * dependency-cruiser needs @swc/core beside TypeScript 7, or it cruises nothing and reports green.
 */
const server = '^packages/server/src'
const feature = `${server}/features/([^/]+)/`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-imports-no-package-of-ours',
      severity: 'error',
      from: { path: '^packages/shared/' },
      to: { path: '^(packages/(templates|server|web)|e2e|bench)/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^packages/shared/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'templates-imports-shared-only',
      severity: 'error',
      from: { path: '^packages/templates/' },
      to: { path: '^(packages/(server|web)|e2e|bench)/' },
    },
    {
      name: 'server-not-web',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^(packages/web|e2e|bench)/' },
    },
    {
      name: 'web-takes-the-router-type-only',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-takes-nothing-else-of-the-server',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/', pathNot: '^packages/server/src/trpc/router\\.ts$' },
    },
    { name: 'e2e-takes-no-insides', severity: 'error', from: { path: '^e2e/' }, to: { path: '^packages/' } },
    {
      name: 'layers-router-not-to-repository',
      severity: 'error',
      from: { path: `${feature}.*\\.router\\.ts$` },
      to: { path: `${server}/(features/.*\\.repository\\.ts$|db/)`, pathNot: `${server}/db/scope\\.ts$` },
    },
    {
      name: 'layers-repository-not-up',
      severity: 'error',
      from: { path: `${feature}.*\\.repository\\.ts$` },
      to: { path: '\\.(service|router|page|job|pdf)\\.tsx?$' },
    },
    {
      name: 'layers-service-not-up',
      severity: 'error',
      from: { path: `${feature}.*\\.service\\.ts$` },
      to: { path: '\\.(router|page)\\.tsx?$' },
    },
    {
      name: 'features-meet-at-services',
      severity: 'error',
      from: { path: feature },
      to: { path: feature, pathNot: [`${server}/features/$1/`, '\\.service\\.ts$'] },
    },
    {
      name: 'web-features-apart',
      severity: 'error',
      from: { path: '^packages/web/src/features/([^/]+)/' },
      to: { path: '^packages/web/src/features/', pathNot: '^packages/web/src/features/$1/' },
    },
    {
      name: 'web-one-arrow',
      severity: 'error',
      from: { path: '^packages/web/src/(components|lib)/' },
      to: { path: '^packages/web/src/(app|features)/' },
    },
    {
      name: 'web-lib-below-components',
      severity: 'error',
      from: { path: '^packages/web/src/lib/' },
      to: { path: '^packages/web/src/components/' },
    },
    {
      name: 'web-features-not-to-app',
      severity: 'error',
      from: { path: '^packages/web/src/features/' },
      to: { path: '^packages/web/src/app/' },
    },
    {
      name: 'typesetting-knows-no-product',
      severity: 'error',
      from: { path: `${server}/typesetting/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${server}/(features|db|trpc|infra)/` },
    },
    {
      name: 'no-tests-from-sources',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?$|/test/|^e2e/|^bench/)' },
      to: { path: '(\\.test\\.tsx?$|^packages/[^/]+/test/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|known-bad/)' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
