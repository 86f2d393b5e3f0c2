import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { SlowFirst } from './tests/support/slow-first.ts';

const endToEnd = 'tests/e2e/**';

const common = {
  // How long a test takes depends on what else the machine does: only one that hangs is given up.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A process runs one file after the other: half of the time went into starting one and loading the same modules anew.
  isolate: false,
};

export default defineConfig({
  test: {
    // Vitest leaves a processor free for a watcher's terminal; a run of all tests needs every one.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          ...common,
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
          ...common,
          name: 'page',
          environment: './tests/support/page-environment.ts',
          setupFiles: ['./tests/support/fresh-modules.ts'],
          server: { deps: { inline: [/^svelte/, /\/svelte\//] } },
          include: ['tests/renderer/**/*.test.ts'],
          exclude: [endToEnd],
        },
      },
    ],
  },
});
