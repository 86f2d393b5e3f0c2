import { describe, expect, test } from 'vitest';
import { Kernel, model, Queue, QueueError } from '../../electron/kernel/index.ts';
import { play, type Stage } from './scene.ts';

const newKernel = () => new Kernel({ model: model('asynchronous') });

/** A task that gets one item after another and says which. */
function consumer({ task, say }: Stage, name: string, queue: Queue<string>, items = 1) {
  return task(name, function* () {
    for (let count = 0; count < items; count++) say(`got ${yield* queue.get()}`);
  });
}

describe('a queue', () => {
  test('gives items in the order in which they came, to getters in the order in which they came', () => {
    const { log } = play((stage) => {
      const queue = new Queue<string>(stage.kernel);
      for (const name of ['a', 'b', 'c']) consumer(stage, name, queue);
      stage.task('producer', function* () {
        yield stage.kernel.sleep(1);
        for (const item of ['x', 'y', 'z']) yield* queue.put(item);
        stage.say(`queued ${queue.size}, getters ${queue.getters}`);
      });
    });
    expect(log).toEqual(['1 producer: queued 3, getters 0', '1 a: got x', '1 b: got y', '1 c: got z']);
  });

  test('wakes one getter for an item, which queues up anew when somebody was faster', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const queue = new Queue<string>(kernel);
      consumer(stage, 'patient', queue);
      consumer(stage, 'second', queue);
      task('producer', function* () {
        yield kernel.sleep(1);
        queue.putNow('x');
        say(`snatches ${queue.getNow()}`);
        yield kernel.sleep(1);
        queue.putNow('y');
        queue.putNow('z');
      });
    });
    expect(log).toEqual(['1 producer: snatches x', '2 second: got y', '2 patient: got z']);
  });

  test('makes no object for a get or a put', () => {
    const queue = new Queue<number>(newKernel());
    const getting = queue.get()[Symbol.iterator]();
    const put = (item: number) => queue.put(item)[Symbol.iterator]().next();
    const answers = [put(1), put(2)];
    expect(answers[1]).toBe(answers[0]);
    const got = getting.next();
    expect(got).toEqual({ done: true, value: 1 });
    const again = queue.get()[Symbol.iterator]().next();
    expect(again).toBe(got);
    expect(again.value).toBe(2);
  });

  test('that is full makes a put wait for room', () => {
    const { log } = play(({ kernel, task, say }) => {
      const queue = new Queue<number>(kernel, { capacity: 2 });
      task('producer', function* () {
        for (const item of [1, 2, 3, 4]) {
          yield* queue.put(item);
          say(`put ${item}, queued ${queue.size}`);
        }
      });
      task('consumer', function* () {
        yield kernel.sleep(1);
        say(`full ${queue.full}, putters ${queue.putters}`);
        while (queue.size > 0) {
          queue.getNow();
          yield kernel.sleep(1);
        }
      });
    });
    expect(log).toEqual([
      '0 producer: put 1, queued 1',
      '0 producer: put 2, queued 2',
      '1 consumer: full true, putters 1',
      '1 producer: put 3, queued 2',
      '2 producer: put 4, queued 2',
    ]);
  });

  test('has a getter that was woken and then cancelled hand its item on', () => {
    const { log } = play((stage) => {
      const { kernel, task } = stage;
      const queue = new Queue<string>(kernel);
      const first = consumer(stage, 'first', queue);
      consumer(stage, 'second', queue);
      task('producer', function* () {
        yield kernel.sleep(1);
        queue.putNow('x');
        first.cancel();
      });
    });
    expect(log).toEqual(['1 first: is cancelled', '1 second: got x']);
  });

  test('has a putter that was woken and then cancelled hand its room on', () => {
    const { log } = play(({ kernel, task, say }) => {
      const queue = new Queue<string>(kernel, { capacity: 1 });
      queue.putNow('x');
      const [first] = ['first', 'second'].map((name) =>
        task(name, function* () {
          yield* queue.put(name);
          say('has put');
        }),
      );
      task('consumer', function* () {
        yield kernel.sleep(1);
        queue.getNow();
        first!.cancel();
      });
    });
    expect(log).toEqual(['1 first: is cancelled', '1 second: has put']);
  });

  test('has nothing handed on by those who are cancelled while they wait', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const queue = new Queue<string>(kernel);
      const first = consumer(stage, 'first', queue);
      consumer(stage, 'second', queue);
      task('boss', function* () {
        yield kernel.sleep(1);
        first.cancel();
        say(`getters ${queue.getters}`);
        yield kernel.sleep(1);
        queue.putNow('x');
        say(`getters ${queue.getters}`);
      });
    });
    expect(log).toEqual(['1 boss: getters 1', '1 first: is cancelled', '2 boss: getters 0', '2 second: got x']);
  });

  test('has getters keep their order when one that was not woken is cancelled beside an item', () => {
    const { log } = play((stage) => {
      const { kernel, task } = stage;
      const queue = new Queue<string>(kernel);
      const [, second] = ['first', 'second', 'third', 'fourth'].map((name) => consumer(stage, name, queue));
      task('producer', function* () {
        yield kernel.sleep(1);
        second!.cancel();
        queue.putNow('x');
        yield kernel.sleep(1);
        queue.putNow('y');
        yield kernel.sleep(1);
        queue.putNow('z');
      });
    });
    expect(log).toEqual(['1 second: is cancelled', '1 first: got x', '2 third: got y', '3 fourth: got z']);
  });

  test('has putters keep their order when one that was not woken is cancelled beside room', () => {
    const { log } = play(({ kernel, task, say }) => {
      const queue = new Queue<string>(kernel, { capacity: 1 });
      queue.putNow('x');
      const [, second] = ['first', 'second', 'third', 'fourth'].map((name) =>
        task(name, function* () {
          yield* queue.put(name);
          say('has put');
        }),
      );
      task('consumer', function* () {
        yield kernel.sleep(1);
        second!.cancel();
        for (let count = 0; count < 3; count++) {
          queue.getNow();
          yield kernel.sleep(1);
        }
      });
    });
    expect(log).toEqual(['1 second: is cancelled', '1 first: has put', '2 third: has put', '3 fourth: has put']);
  });

  test('keeps the order of its getters through very many cancellations', () => {
    const { log } = play((stage) => {
      const { kernel, task, say } = stage;
      const queue = new Queue<string>(kernel);
      const getters = Array.from({ length: 100 }, (_, n) => consumer(stage, `${n}`, queue));
      task('boss', function* () {
        yield kernel.sleep(1);
        for (const [n, getter] of getters.entries()) if (n % 10 !== 3) getter.cancel();
        say(`getters ${queue.getters}`);
        for (let n = 0; n < 10; n++) queue.putNow(`item ${n}`);
      });
    });
    expect(log.filter((line) => !line.endsWith('is cancelled'))).toEqual([
      '1 boss: getters 10',
      ...Array.from({ length: 10 }, (_, n) => `1 ${10 * n + 3}: got item ${n}`),
    ]);
  });

  test('lets those who join go on when the last item is done, and at once where none is open', () => {
    const { log } = play(({ kernel, task, say }) => {
      const queue = new Queue<number>(kernel);
      task('early', function* () {
        yield* queue.join();
        say('joined');
      });
      task('boss', function* () {
        queue.putNow(1);
        queue.putNow(2);
        for (const name of ['a', 'b']) {
          task(name, function* () {
            yield* queue.join();
            say(`joined with ${queue.unfinished} unfinished`);
          });
        }
        yield kernel.sleep(1);
        queue.getNow();
        queue.getNow();
        queue.taskDone();
        yield kernel.sleep(1);
        queue.taskDone();
        // Those who waited are not asked again.
        queue.putNow(3);
      });
    });
    expect(log).toEqual(['0 early: joined', '2 a: joined with 1 unfinished', '2 b: joined with 1 unfinished']);
  });

  test.each([0, -1, 1.5, NaN, Infinity])('refuses a capacity of %d', (capacity) => {
    expect(() => new Queue(newKernel(), { name: 'belt', capacity })).toThrow(
      `belt: capacity is ${capacity}; it must be a whole number of at least 1, or null`,
    );
  });

  test('refuses to do at once what would have to wait', () => {
    const queue = new Queue<number>(newKernel(), { capacity: 1 });
    expect(() => queue.getNow()).toThrow(new QueueError('the queue is empty'));
    expect(() => queue.taskDone()).toThrow(new QueueError('taskDone was called too many times'));
    queue.putNow(1);
    expect(() => queue.putNow(2)).toThrow(new QueueError('the queue is full'));
    expect([queue.size, queue.unfinished, queue.getNow()]).toEqual([1, 1, 1]);
    queue.taskDone();
    expect(() => queue.taskDone()).toThrow(QueueError);
  });

  test('names what it is waited for in a deadlock', () => {
    const { log, kernel } = play((stage) => {
      const { task } = stage;
      const queue = new Queue<string>(stage.kernel, { name: 'belt', capacity: 1 });
      const empty = new Queue<string>(stage.kernel);
      queue.putNow('x');
      consumer(stage, 'consumer', empty);
      task('producer', () => put(queue, 'y'));
      task('joiner', () => queue.join());
    });
    expect(log).toEqual(['deadlock']);
    expect(kernel.waiting()).toEqual([
      { task: 'main', on: 'consumer' },
      { task: 'consumer', on: 'an item of queue' },
      { task: 'producer', on: 'room in belt' },
      { task: 'joiner', on: 'the join of belt' },
    ]);
  });
});

function* put(queue: Queue<string>, item: string) {
  yield* queue.put(item);
}
