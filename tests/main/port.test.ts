import { describe, expect, test } from 'vitest';
import { readSaveRequest } from '../../electron/main/file-request.ts';
import { Port } from '../../electron/main/port.ts';
import { Mailbox } from '../../electron/preload/mailbox.ts';

function port() {
  const sent: unknown[][] = [];
  const contents = { gone: false, isDestroyed: () => contents.gone, send: (...all: unknown[]) => void sent.push(all) };
  return { port: new Port(contents), contents, sent };
}

describe('a port', () => {
  test('passes on text and bytes, and nothing else', () => {
    const { port: it, sent } = port();
    const taken: unknown[] = [];
    it.onMessage((message) => taken.push(message));
    for (const message of ['play', Buffer.from([1, 2]), 3, null, { type: 'call' }, undefined]) it.take(message);
    expect(taken).toEqual(['play', Uint8Array.of(1, 2)]);
    it.send('answer');
    it.send(Uint8Array.of(7));
    expect(sent).toEqual([
      ['simul:message', 'answer'],
      ['simul:message', Uint8Array.of(7)],
    ]);
  });

  test('is silent once it has ended, and tells the host once', () => {
    const { port: it, sent } = port();
    const told: string[] = [];
    it.onMessage((message) => told.push(String(message)));
    it.onClose(() => told.push('closed'));
    it.close();
    it.end();
    it.take('late');
    it.send('late');
    expect([told, sent]).toEqual([['closed'], [['simul:close']]]);
  });

  test('sends nothing to a window that is gone', () => {
    const { port: it, contents, sent } = port();
    contents.gone = true;
    it.send('answer');
    it.close();
    expect(sent).toEqual([]);
  });
});

test('a mailbox keeps what comes before anybody listens', () => {
  const box = new Mailbox<number>();
  const [first, second]: number[][] = [[], []];
  box.put(1);
  box.put(2);
  box.give((each) => first!.push(each));
  box.put(3);
  box.give((each) => second!.push(each));
  box.put(4);
  expect([first, second]).toEqual([[1, 2, 3], [4]]);
});

describe('a file to be saved', () => {
  test.each([
    ['chart.png', 'chart.png'],
    ['../../.ssh/authorized_keys', 'authorized_keys'],
    ['C:\\Windows\\win.ini', 'win.ini'],
    ['.profile', 'profile'],
    ['a\u0000b\n:c?.csv', 'abc.csv'],
    ['..', 'simul'],
    ['', 'simul'],
    ['x'.repeat(500), 'x'.repeat(120)],
  ])('called %j is offered as %j', (name, plain) => {
    expect(readSaveRequest({ name, data: 'x' }).name).toBe(plain);
  });

  test.each([
    null,
    undefined,
    3,
    {},
    { name: 'x' },
    { name: 7, data: '' },
    { name: 'x', data: [1] },
    { name: 'x', data: {} },
  ])('is not %j', (given) => expect(() => readSaveRequest(given)).toThrow(TypeError));

  test('holds just what was given', () => {
    expect(readSaveRequest({ name: 'x', data: Buffer.from([1, 2]) }).data).toEqual(Uint8Array.of(1, 2));
  });
});
