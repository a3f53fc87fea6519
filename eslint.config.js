import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['node_modules', 'migrations', 'data', 'coverage']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['dondoc.js', 'eslint.config.js', '.dependency-cruiser.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // Time is injected: only the entry point and the sandbox may ask the machine what time it is.
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/support/system-clock.ts', 'src/sandbox/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time from the Clock port.' },
        { object: 'DateTime', property: 'now', message: 'Take the time from the Clock port.' },
        { object: 'process', property: 'env', message: 'Only src/main.ts reads the environment.' },
        { object: 'process', property: 'argv', message: 'Only src/main.ts reads the arguments.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the time from the Clock port.',
        },
        {
          // Office time is Asia/Ho_Chi_Minh, stored time UTC; the zone of the machine must not matter.
          selector:
            'CallExpression[callee.property.name=/^(?:getHours|getMinutes|getDate|getDay|getMonth|getFullYear|setHours|setDate|setMonth|getTimezoneOffset|toDateString|toTimeString)$/]',
          message: "This depends on the machine's time zone; use domain/local-time.ts.",
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length>1]",
          message: "This depends on the machine's time zone; use domain/local-time.ts or Date.UTC.",
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
