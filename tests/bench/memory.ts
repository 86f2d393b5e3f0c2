import { readFileSync } from 'node:fs';

/**
 * Memory of this process in bytes: resident now (VmRSS) or at its most (VmHWM); 0 where the system does not tell.
 * Node's own `maxRSS` will not do: it begins with the peak of the process that started this one.
 */
export function memory(field: 'VmRSS' | 'VmHWM'): number {
  try {
    const line = readFileSync('/proc/self/status', 'utf8').match(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm'));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
