import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const bench = resolve(root, 'tests/bench/index.ts');
const screenshots = resolve(root, 'tests/screenshots/index.ts');
const double = resolve(root, 'tests/double');

/**
 * What runs on Node alone: the command line with its web host, the benchmarks, what takes screenshots, and the double of
 * Electron's program. Packages stay outside.
 */
export default defineConfig({
  root,
  build: {
    ssr: true,
    target: 'node20',
    outDir: resolve(root, process.env['SIMUL_OUT'] ?? 'out'),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        'cli/index': resolve(root, 'electron/cli/index.ts'),
        'cli/sweep-worker': resolve(root, 'electron/cli/sweep/worker.ts'),
        ...(existsSync(bench) ? { 'bench/index': bench } : {}),
        ...(existsSync(screenshots) ? { 'screenshots/index': screenshots } : {}),
        ...(existsSync(double)
          ? {
              'double/index': resolve(double, 'index.ts'),
              'double/electron': resolve(double, 'electron.ts'),
              'double/hooks': resolve(double, 'hooks.ts'),
              'pack/chromium': resolve(root, 'tests/support/chromium.ts'),
              'pack/electron-stand-in': resolve(root, 'tests/support/electron-stand-in.ts'),
            }
          : {}),
      },
      // Shared parts lie as deep as the entries, so that a path relative to a module means the same in both.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
