/** The command line of Simul. It runs when this module is imported, which bin/simul.mjs does. */
import { guard } from './guard.ts';
import { main } from './program.ts';

guard();
process.exitCode = await main(process.argv.slice(2));
