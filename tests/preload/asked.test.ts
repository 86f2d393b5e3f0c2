import { expect, test } from 'vitest';
import { asked } from '../../electron/preload/asked.ts';

test('a refusal of the shell comes to the page in its own words', async () => {
  const refusals = [
    "Error invoking remote method 'simul:save-file': Error: there is no room left on the disk",
    "Error invoking remote method 'simul:save-file': TypeError: a file has at most 5 bytes",
    'something else',
  ];
  const messages = refusals.map((message) =>
    asked(Promise.reject(new Error(message))).catch((error: unknown) => (error as Error).message),
  );
  expect(await Promise.all(messages)).toEqual([
    'there is no room left on the disk',
    'a file has at most 5 bytes',
    'something else',
  ]);
  expect(await asked(Promise.resolve(5))).toBe(5);
});
