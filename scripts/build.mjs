// npm run build: builds whether or not anything changed.
import { ensureOrExit } from './ensure.mjs';

ensureOrExit({ rebuild: true });
