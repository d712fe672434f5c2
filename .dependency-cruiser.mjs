/** The arrows of the map: who may import whom. `npm run check` fails on one that runs back, and on a circle. */
const only = (from, allowed) => ({
  name: `${from}-imports-only-${allowed.map((path) => path.split('/').at(-1)).join('-') || 'itself'}`,
  severity: 'error',
  from: {path: `^${from}/`},
  to: {
    path: '^(apps|packages|sanity-studio)/',
    pathNot: [`^${from}/`, ...allowed.map((path) => `^${path}/`)],
  },
})

export default {
  forbidden: [
    {name: 'no-circles', severity: 'error', from: {}, to: {circular: true}},
    {
      name: 'nothing-imports-an-app',
      severity: 'error',
      from: {path: '^packages/'},
      to: {path: '^(apps|sanity-studio)/'},
    },
    only('packages/lake', []),
    only('packages/clinical', []),
    only('packages/app-links', []),
    only('packages/content', ['packages/clinical']),
    only('packages/starter', ['packages/content']),
    only('packages/testkit', ['packages/lake']),
    {
      name: 'only-tests-import-testkit',
      severity: 'error',
      from: {pathNot: ['^packages/testkit/', '\\.(test|spec)\\.tsx?$']},
      to: {path: '^packages/testkit/'},
    },
    {
      name: 'only-testkit-and-desk-import-lake',
      severity: 'error',
      from: {pathNot: ['^packages/(lake|testkit)/', '^apps/desk/']},
      to: {path: '^packages/lake/'},
    },
    {
      name: 'the-read-door-needs-no-studio',
      severity: 'error',
      from: {path: '^packages/content/src/read\\.ts$'},
      to: {path: 'node_modules/(sanity|react|@sanity/icons)/', reachable: true},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    exclude: {path: '(^|/)(\\.next|dist|node_modules/\\.cache)/'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.base.json'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
