import { describe, expect, test } from 'vitest';
import { everyKind, kindArrival, kindOf } from '../../renderer/stage/kinds.ts';
import { arriveInTurn, Part } from '../../renderer/stores/part.svelte.ts';
import { atFive, FakeHost, someLane } from './host.ts';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('a part of the page', () => {
  test('is there after it has arrived, and is fetched once', async () => {
    let fetched = 0;
    const part = new Part(() => Promise.resolve(`part ${++fetched}`));
    const before = part.value;
    const both = await Promise.all([part.arrive(), part.arrive()]);
    expect([before, both, part.value]).toEqual([null, ['part 1', 'part 1'], 'part 1']);
  });

  test('that could not be had is fetched again by whoever asks again', async () => {
    let tries = 0;
    const part = new Part(() => (++tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(tries)));
    await expect(part.arrive()).rejects.toThrow('gone');
    expect(part.value).toBe(null);
    await expect(part.arrive()).resolves.toBe(2);
  });

  test('arrives in its turn when the page is idle, also behind one that cannot be had', async () => {
    const log: string[] = [];
    const part = (name: string) => new Part(() => (log.push(name), name === 'b' ? Promise.reject(new Error()) : Promise.resolve(name))); // prettier-ignore
    await arriveInTurn([part('a'), part('b'), part('c')], () => (log.push('idle'), Promise.resolve()));
    expect(log).toEqual(['idle', 'a', 'idle', 'b', 'idle', 'c']);
  });
});

test('each kind of stage arrives under its own name, and what is no kind is shown by the general one', async () => {
  expect(kindOf({ stage: 'boards' }).id).toBe('tasks');
  await kindArrival({ stage: 'boards' });
  expect([kindOf({ stage: 'boards' }).id, kindOf({ stage: 'queue' }).id]).toEqual(['boards', 'tasks']);
  await everyKind();
  const kinds = ['boards', 'call-stack', 'chains', 'draws', 'launchpads', 'queue', 'requests', 'speakers'];
  expect(kinds.map((stage) => kindOf({ stage }).id)).toEqual(kinds);
  expect([kindArrival({ stage: 'boards' }), kindArrival({ stage: 'none' }), kindArrival(null)]).toEqual([null, null, null]); // prettier-ignore
  expect([kindOf({ stage: 'none' }).id, kindOf(null).id]).toEqual(['tasks', 'tasks']);
});

/** A page that has been told of a program whose code arrives when the answer is called. */
async function waiting(): Promise<{ host: FakeHost; arrive: () => Promise<void> }> {
  const host = new FakeHost();
  let arrive = () => {};
  const code = new Promise<void>((resolve) => (arrive = resolve));
  host.store.showAfter((entry) => (entry?.id === 'w' ? code : null));
  host.connect();
  await settled();
  host.push({ type: 'catalogue', version: 1, workloads: [{ id: 'w' }] });
  host.session({ lanes: [someLane] });
  host.frame(atFive, [{ events: [[0, 0, 0], [7, 0, 1]] }]); // prettier-ignore
  host.frame(atFive, [{ events: [[9, 0, 1]], from: 2 }]);
  return { host, arrive: async () => (arrive(), settled()) };
}

test('a program is shown once its code is there, with all that was told meanwhile, in order', async () => {
  const { host, arrive } = await waiting();
  expect([host.store.lanes.length, host.calls]).toEqual([0, ['hello']]);
  await arrive();
  host.draw();
  await settled();
  const [only] = host.store.lanes;
  expect([[...only!.trace].map(({ at }) => at), host.calls]).toEqual([
    [0, 7, 9],
    ['hello', 'ack 1', 'ack 2'],
  ]);
});

test('what was told of a program that was still waited for does not outlive its connection', async () => {
  const { host, arrive } = await waiting();
  host.lose();
  await arrive();
  expect(host.store.lanes).toEqual([]);
  host.later();
  await settled();
  host.session({ lanes: [someLane] });
  expect(host.store.lanes.length).toBe(0);
  await settled();
  expect(host.store.lanes.length).toBe(1);
});
