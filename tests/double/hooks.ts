/** Gives the double to whoever imports `electron`. Runs where Node resolves modules. */
import type { ResolveHook } from 'node:module';

const double = new URL('./electron.js', import.meta.url).href;

export const resolve: ResolveHook = (specifier, context, next) =>
  specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context);
