import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { keepAlive } from '../../electron/web/keep-alive.ts';
import { socketTransport } from '../../electron/web/socket-transport.ts';
import { keyOf, newToken, sameToken } from '../../electron/web/token.ts';
import { BEAT, BEAT_MS } from '../../shared/protocol/beat.ts';
import { HandClock } from '../support/hand-clock.ts';

/** A socket that does nothing by itself. */
class Socket extends EventEmitter {
  readonly OPEN = 1;
  readonly CLOSED = 3;
  readyState = 1;
  bufferedAmount = 0;
  readonly done: unknown[] = [];
  send = (message: unknown) => this.done.push(message);
  ping = () => this.done.push('ping');
  close = (code: number) => this.done.push(code);
  terminate = () => this.done.push('terminated');
  get asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}

test('text comes as text and bytes as bytes, in order, also what came before anybody listened', () => {
  const socket = new Socket();
  const transport = socketTransport(socket.asSocket);
  const taken: unknown[] = [];
  socket.emit('message', Buffer.from('één'), false);
  socket.emit('message', [Buffer.from([1]), Buffer.from([2, 3])], true);
  transport.onMessage((message) => taken.push(message));
  socket.emit('message', Buffer.from('two'), false);
  expect(taken).toEqual(['één', Uint8Array.of(1, 2, 3), 'two']);
});

test('a socket that is not open takes nothing, and tells so', () => {
  const socket = new Socket();
  const transport = socketTransport(socket.asSocket);
  const closed: string[] = [];
  transport.onClose(() => closed.push('told'));
  socket.readyState = 3;
  socket.emit('close');
  transport.send('late');
  transport.onClose(() => closed.push('told late'));
  expect([closed, socket.done]).toEqual([['told', 'told late'], []]);
});

test('what piles up is first a reason to wait, then a reason to give up', () => {
  const socket = new Socket();
  const transport = socketTransport(socket.asSocket);
  expect(transport.congested).toBe(false);
  socket.bufferedAmount = 3 << 20;
  expect(transport.congested).toBe(true);
  transport.send('still sent');
  socket.bufferedAmount = 33 << 20;
  transport.send('no more');
  expect(socket.done).toEqual(['still sent', 'terminated']);
});

test('an error of the connection does not end the process', () => {
  const socket = new Socket();
  socketTransport(socket.asSocket);
  expect(() => socket.emit('error', new Error('reset'))).not.toThrow();
});

test('a page that gives signs of life stays, and one that gives none is let go', () => {
  const socket = new Socket();
  const clock = new HandClock();
  keepAlive(socket.asSocket, clock);
  for (let count = 0; count < 3; count++) {
    clock.advance(BEAT_MS);
    socket.emit('pong');
  }
  expect(socket.done).toEqual(['ping', BEAT, 'ping', BEAT, 'ping', BEAT]);
  // Within five seconds of its last sign.
  clock.advance(4999);
  expect(socket.done.slice(6)).toEqual(['ping', BEAT, 'terminated']);
  expect(clock.waiting).toBe(0);
});

test('nobody asks a socket that is closed', () => {
  const socket = new Socket();
  const clock = new HandClock();
  keepAlive(socket.asSocket, clock);
  socket.emit('close');
  expect(clock.waiting).toBe(0);
});

test('tokens are long, differ, and are compared whole', () => {
  const tokens = Array.from({ length: 50 }, newToken);
  expect(new Set(tokens).size).toBe(50);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  for (const token of tokens) {
    expect(sameToken(token, token)).toBe(true);
    const another = token.startsWith('x') ? 'y' : 'x';
    for (const other of ['', token.slice(1), `${token}x`, `${another}${token.slice(1)}`])
      expect(sameToken(other, token)).toBe(false);
  }
});

test('the key of the page’s files is the same at the next host with the token, another with another, and tells no token', () => {
  const [one, other] = [newToken(), newToken()];
  expect(keyOf(one)).toBe(keyOf(one));
  expect(keyOf(one)).not.toBe(keyOf(other));
  expect(keyOf(one)).toMatch(/^[\w-]{43}$/);
  expect(keyOf(one)).not.toBe(one);
});
