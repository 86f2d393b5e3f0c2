import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

const endToEnd = 'tests/e2e/**';

/** How long a test takes depends on what else the machine does: only one that hangs is given up. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Vitest leaves a processor free for a watcher's terminal; a run of all tests needs every one.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...patience,
          name: 'rooms',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [endToEnd, 'tests/renderer/**'],
        },
      },
      {
        // The page's stores use runes: they need Svelte's compiler, and its browser build, but no DOM.
        plugins: [svelte()],
        define: { __SIMUL_VERSION__: JSON.stringify(manifest.version) },
        resolve: { conditions: ['browser'] },
        test: {
          ...patience,
          name: 'page',
          environment: './tests/support/page-environment.ts',
          server: { deps: { inline: [/^svelte/, /\/svelte\//] } },
          include: ['tests/renderer/**/*.test.ts'],
          exclude: [endToEnd],
        },
      },
    ],
  },
});
