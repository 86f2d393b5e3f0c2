import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { licences } from './scripts/licences.mjs';

const root = import.meta.dirname;
/** A build goes to a fresh folder first, which then takes the place of out/. */
const out = resolve(root, process.env['SIMUL_OUT'] ?? 'out');

/** The development server puts styles into the page as elements; the built page has none, and its policy stays strict. */
const allowStyleElementsWhileDeveloping: Plugin = {
  name: 'allow-style-elements-while-developing',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};

export default defineConfig({
  main: {
    build: {
      outDir: resolve(out, 'main'),
      sourcemap: true,
      // The packed app holds no packages: what the shell needs is in it.
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve(root, 'electron/main/index.ts') } },
    },
  },
  preload: {
    build: {
      outDir: resolve(out, 'preload'),
      sourcemap: true,
      // A sandboxed preload can require nothing but Electron: it is one CommonJS file that holds all it needs.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    // What pictures and reports say of the program that made them.
    define: { __SIMUL_VERSION__: JSON.stringify(manifest.version) },
    plugins: [svelte({ configFile: resolve(root, 'svelte.config.js') }), allowStyleElementsWhileDeveloping, licences()],
    build: {
      outDir: resolve(out, 'renderer'),
      sourcemap: true,
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});
