import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { pathIn } from '../../electron/main/opened-path.ts';

const folder = resolve('/talks');

test.each<[string, readonly string[], string | undefined]>([
  ['a path from the folder that the app was started in', ['.', 'a.simul.json'], resolve(folder, 'a.simul.json')],
  ['a whole path, behind switches', ['--no-sandbox', resolve('/x/a.json')], resolve('/x/a.json')],
  [
    'the address of a file, as a file manager hands it on',
    [pathToFileURL(resolve('/x/a b.json')).href],
    resolve('/x/a b.json'),
  ],
  [
    'an address of another machine, as it stands',
    ['file://other/x.json'],
    process.platform === 'win32' ? '\\\\other\\x.json' : resolve(folder, 'file://other/x.json'),
  ],
  ['nothing but switches and the app itself', ['.', '--type=a.json'], undefined],
])('the file that the app is started with: %s', (_, args, path) => {
  expect(pathIn(['simul', ...args], folder)).toBe(path);
});
