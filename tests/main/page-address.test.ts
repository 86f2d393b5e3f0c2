import { describe, expect, test } from 'vitest';
import { isOwn, isTrusted, mayLoad, mayNavigate, PAGE_ADDRESS } from '../../electron/main/page-address.ts';

const development = 'http://localhost:5173';
const foreign = [
  'https://example.org/',
  'http://localhost:5174/',
  'simul://other/',
  'simul://app.example.org/',
  'file:///index.html',
  'javascript:alert(1)',
  'about:blank',
  'app/',
  '',
];

test.each(foreign)('%j is not the page', (address) => {
  expect([isOwn(address, PAGE_ADDRESS), mayNavigate(address, PAGE_ADDRESS)]).toEqual([false, false]);
  expect([isOwn(address, development), mayNavigate(address, development)]).toEqual([false, false]);
});

test('the window may be loaded anew, and go nowhere else', () => {
  expect(mayNavigate('simul://app/', PAGE_ADDRESS)).toBe(true);
  expect(mayNavigate('simul://app/?again#there', PAGE_ADDRESS)).toBe(true);
  expect(mayNavigate('simul://app/assets/app.js', PAGE_ADDRESS)).toBe(false);
  expect(mayNavigate('http://localhost:5173/', development)).toBe(true);
  expect(mayNavigate('http://localhost:5173/other', development)).toBe(false);
});

describe('the page may load', () => {
  test.each([
    'simul://app/assets/app.js',
    'data:image/png;base64,AA',
    'blob:simul://app/1',
    'devtools://devtools/x.js',
  ])('%s', (address) => expect(mayLoad(address, PAGE_ADDRESS)).toBe(true));

  test('from its development server, and over its socket', () => {
    expect(mayLoad('http://localhost:5173/main.ts', development)).toBe(true);
    expect(mayLoad('ws://localhost:5173/', development)).toBe(true);
    expect(mayLoad('ws://localhost:9000/', development)).toBe(false);
  });

  test.each(['https://example.org/x.js', 'ws://app/', 'wss://example.org/', 'file:///etc/passwd', 'simul://other/x'])(
    'nothing from %s',
    (address) => expect(mayLoad(address, PAGE_ADDRESS)).toBe(false),
  );
});

test.each([
  ['simul://app/', true, true],
  ['simul://app/?x', true, true],
  ['simul://app/', false, false],
  [null, true, false],
  ['https://example.org/', true, false],
  ['about:blank', true, false],
  ['', true, false],
])('a message from %j (the window itself: %s) is heard: %s', (url, isMainFrame, heard) => {
  expect(isTrusted({ url, isMainFrame }, PAGE_ADDRESS)).toBe(heard);
});
