import type { Environment } from 'vitest/runtime';

/** Node, but with modules compiled as for the page, so that Svelte's runes react. There is no DOM. */
const environment: Environment = {
  name: 'page-without-dom',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => {} }),
};

export default environment;
