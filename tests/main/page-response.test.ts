import { expect, test } from 'vitest';
import { pageResponse } from '../../electron/main/page-response.ts';
import { SAFE_HEADERS } from '../../electron/host/page-policy.ts';
import { files } from '../web/web.ts';

test.each([
  ['GET', 'simul://app/', 200, '<!doctype html>'],
  ['GET', 'simul://app/assets/app.js', 200, 'let x;'],
  ['HEAD', 'simul://app/assets/app.js', 200, ''],
  ['POST', 'simul://app/', 405, '405\n'],
  ['GET', 'simul://app/nothing', 404, '404\n'],
  ['GET', 'simul://app/../../etc/passwd', 404, '404\n'],
  ['GET', 'simul://app/%2e%2e/package.json', 404, '404\n'],
  ['GET', 'simul://other/', 403, '403\n'],
])('%s %s is answered with %i', async (method, url, status, body) => {
  const response = pageResponse(files, { method, url });
  expect([response.status, await response.text()]).toEqual([status, body]);
  for (const [name, value] of Object.entries(SAFE_HEADERS)) expect(response.headers.get(name)).toBe(value);
});
