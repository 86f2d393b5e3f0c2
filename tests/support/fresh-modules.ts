import { vi } from 'vitest';

// The page's stores are modules: a file of tests begins with its own, also in a process that has run others before.
vi.resetModules();
