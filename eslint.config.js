import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Rooms whose result depends on their input alone: no clock, no chance, no timer, no output. */
const pureRooms = ['shared', 'electron/kernel', 'electron/random', 'electron/workloads', 'electron/session'];
const impureGlobals = [
  ['Date', 'Wall time is injected; virtual time comes from the kernel.'],
  ['performance', 'Wall time is injected; virtual time comes from the kernel.'],
  ['Intl', 'Its results depend on the machine; formatting belongs to the page and the command line.'],
  ['crypto', 'Random numbers come from electron/random, with a seed.'],
  ['setTimeout', 'Timers belong to the hosts.'],
  ['setInterval', 'Timers belong to the hosts.'],
  ['setImmediate', 'Timers belong to the hosts.'],
  ['queueMicrotask', 'Scheduling belongs to the kernel or to the hosts.'],
  ['requestAnimationFrame', 'Timers belong to the hosts.'],
  ['console', 'Output belongs to the shells.'],
  ['process', 'Pure rooms know no Node.'],
  ['globalThis', 'It is a way round the names that are banned here.'],
].map(([name, message]) => ({ name, message }));

export default defineConfig(
  globalIgnores(['out/', 'out-*/', 'packages/', '.simul/', 'coverage/', 'test-results/', 'playwright-report/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A coroutine may do nothing but compute, and a method may be async to keep a promise.
      'require-yield': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  // The page's components: TypeScript's rules that need no types, with Svelte's parser in front.
  { files: ['**/*.svelte'], extends: [ts.configs.recommended] },
  svelte.configs.recommended,
  // No types here: each component would have the whole project checked anew. A rule of stores, which there are none of, asks for them.
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: { 'svelte/require-store-reactive-access': 'off' },
  },
  {
    files: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['renderer/**'], languageOptions: { globals: globals.browser } },
  { files: ['scripts/**', 'bin/**', 'tools/**', '*.js'], languageOptions: { globals: globals.node } },
  // TypeScript knows better which names exist.
  { files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
  { rules: { eqeqeq: 'error', 'prefer-const': ['error', { destructuring: 'all' }] } },
  {
    files: pureRooms.map((room) => `${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Random numbers come from electron/random, with a seed.' },
      ],
    },
  },
);
