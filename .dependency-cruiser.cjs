// The folder rules of the architecture. What each folder is for stands in CONTRIBUTING.md.

/** Forbids a folder of src/ everything of ours but the folders named. */
const mayImport = (folder, allowed) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...allowed].map((name) => `^src/${name}(/|\\.ts$)`) },
});

/** A library that only one folder may know, so that it can be replaced there. */
const onlyIn = (library, folders) => ({
  name: `${library}-only-in-${folders.join('-')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: folders.map((folder) => `^src/${folder}/`) },
  to: { path: `node_modules/${library}(/|$)` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^test/', '^bench/'] },
      to: {},
    },
    { name: 'not-to-test', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench)/' } },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    mayImport('domain', []),
    mayImport('support', []),
    mayImport('reading', ['domain']),
    mayImport('reports', ['domain']),
    mayImport('ingestion', ['domain', 'support']),
    mayImport('config', ['domain', 'support']),
    mayImport('application', ['domain', 'reading', 'reports', 'ingestion']),
    mayImport('persistence', ['domain', 'application/ports', 'application/plan']),
    mayImport('telegram', ['application', 'domain', 'support']),
    mayImport('scheduling', ['application', 'domain', 'support']),
    mayImport('sandbox', ['support']),
    mayImport('cli', ['config', 'application', 'reading', 'domain', 'support', 'ingestion']),
    {
      name: 'sandbox-only-from-main',
      comment: 'The sandbox is loaded on demand and talks to the bot over HTTP, like Telegram.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|main\\.ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'sandbox-not-in-the-bot',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/sandbox/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    onlyIn('grammy', ['telegram', 'sandbox']),
    onlyIn('@grammyjs', ['telegram', 'sandbox']),
    onlyIn('drizzle-orm', ['persistence']),
    onlyIn('better-sqlite3', ['persistence']),
    onlyIn('node-cron', ['scheduling']),
    onlyIn('commander', ['cli']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
