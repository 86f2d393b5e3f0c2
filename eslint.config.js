import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// The page's components, and what of Svelte is in a module. Everything else, with types, is oxlint's: .oxlintrc.json.
export default defineConfig(
  globalIgnores(['out/', 'out-*/', 'packages/', '.simul/', 'coverage/', 'test-results/', 'playwright-report/']),
  globalIgnores(['.svelte-check/', '**/*.{js,mjs,cjs}']),
  // TypeScript's rules that need no types: with them each component would have the whole project checked anew.
  { files: ['**/*.svelte'], extends: [js.configs.recommended, ts.configs.recommended] },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig }, globals: globals.browser },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // TypeScript knows better which names exist.
      'no-undef': 'off',
      eqeqeq: 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      // A rule of stores, which there are none of, asks for types.
      'svelte/require-store-reactive-access': 'off',
    },
  },
  // Nothing on screen depends on edits that are on their way.
  { files: ['renderer/params/edits.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
);
