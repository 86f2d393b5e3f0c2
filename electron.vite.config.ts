import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import type { Plugin, Rolldown } from 'vite';
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

/** The faces of the first board, without which its texts would be written twice. */
const FIRST_FACES = /\/(besley|libre-franklin)-latin-wght-normal-[^/]*\.woff2$/;

/** Has the faces of the first board come together with the page, and not after the styles that name them. */
const fetchFacesFirst: Plugin = {
  name: 'fetch-faces-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => FIRST_FACES.test(`/${name}`))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${name}` },
        })),
  },
};

/** What the page begins with. */
const begins = resolve(root, 'renderer/main.ts').replaceAll('\\', '/');

/** Puts all that the page begins with into one file: as many small ones take longer to come than they take to read. */
function firstFile(): (id: string, about: Pick<Rolldown.ChunkingContext, 'getModuleInfo'>) => string | null {
  let needed: Set<string> | null = null;
  return (id, about) => {
    if (needed === null) {
      needed = new Set([begins]);
      // A set is gone through to its end also where it grows meanwhile.
      for (const each of needed)
        for (const imported of about.getModuleInfo(each)?.importedIds ?? []) needed.add(imported);
    }
    return id !== begins && needed.has(id) ? 'page' : null;
  };
}

export default defineConfig({
  main: {
    build: {
      outDir: resolve(out, 'main'),
      sourcemap: true,
      // The packed app holds no packages: what the shell needs is in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          // What the threads of an experiment run. The pool looks for its own half of them beside itself.
          'sweep-worker': resolve(root, 'electron/cli/sweep/worker.ts'),
          'entry/worker': resolve(root, 'node_modules/tinypool/dist/entry/worker.js'),
        },
        // Shared parts lie as deep as the shell, so that a path relative to a module means the same in all of them.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
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
    plugins: [
      svelte({ configFile: resolve(root, 'svelte.config.js') }),
      allowStyleElementsWhileDeveloping,
      fetchFacesFirst,
      licences(),
    ],
    build: {
      outDir: resolve(out, 'renderer'),
      minify: true,
      // Which file needs which others: a test adds up what the first board needs.
      manifest: 'manifest.json',
      sourcemap: true,
      rolldownOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        output: { codeSplitting: { groups: [{ debugName: 'page', name: firstFile() }] } },
      },
    },
  },
});
