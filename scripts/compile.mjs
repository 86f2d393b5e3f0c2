// Compiles everything into the folder that SIMUL_OUT names: Electron's shell and the page, then what runs on Node.
import { build as buildForNode } from 'vite';
import { build as buildForElectron } from 'electron-vite';

process.env['NODE_ENV'] = 'production';
try {
  await buildForElectron({ logLevel: 'warn' });
  await buildForNode({ configFile: 'vite.node.config.ts', logLevel: 'warn' });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
