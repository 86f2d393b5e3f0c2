/* The benchmark workloads as a loop in C: tasks are rows of an array and a switch says where each stands, timers are
   a binary heap. No runtime, no coroutines: the limit that a scheduler can come near to. */
#include "workload.h"

struct task {
  uint32_t state, ticket;
  int place, left;
};

struct timer {
  double deadline;
  uint32_t sequence;
  int task;
};

/* Task numbers, first in first out, on a ring that grows by doubling. */
struct ring {
  int *items;
  size_t length, head, size;
};

static struct task *tasks;
static struct timer *heap;
static struct ring ready;
static size_t timers, room;
static uint32_t sequence;
static double now;

static void push(struct ring *ring, int item) {
  if (ring->size == ring->length) {
    size_t length = ring->length == 0 ? 16 : ring->length * 2;
    int *items = malloc(length * sizeof *items);
    for (size_t i = 0; i < ring->size; i++) items[i] = ring->items[(ring->head + i) & (ring->length - 1)];
    free(ring->items);
    ring->items = items;
    ring->length = length;
    ring->head = 0;
  }
  ring->items[(ring->head + ring->size++) & (ring->length - 1)] = item;
}

static int shift(struct ring *ring) {
  int item = ring->items[ring->head];
  ring->head = (ring->head + 1) & (ring->length - 1);
  ring->size--;
  return item;
}

static int before(const struct timer *one, const struct timer *other) {
  return one->deadline < other->deadline || (one->deadline == other->deadline && one->sequence < other->sequence);
}

static void sleep_for(int task, double seconds) {
  struct timer timer = {now + seconds, ++sequence, task};
  if (timers == room) heap = realloc(heap, (room = room == 0 ? 64 : room * 2) * sizeof *heap);
  size_t hole = timers++;
  while (hole > 0) {
    size_t parent = (hole - 1) / 2;
    if (before(&heap[parent], &timer)) break;
    heap[hole] = heap[parent];
    hole = parent;
  }
  heap[hole] = timer;
  tasks[task].ticket = timer.sequence;
}

static void pop(void) {
  struct timer last = heap[--timers];
  size_t hole = 0;
  if (timers == 0) return;
  for (;;) {
    size_t child = 2 * hole + 1;
    if (child >= timers) break;
    if (child + 1 < timers && before(&heap[child + 1], &heap[child])) child++;
    if (before(&last, &heap[child])) break;
    heap[hole] = heap[child];
    hole = child;
  }
  heap[hole] = last;
}

static void spawn(int task) {
  tasks[task] = (struct task){seed_of((uint32_t)task), 0, 0, 0};
  push(&ready, task);
}

static void wake(int task) {
  tasks[task].ticket = 0;
  push(&ready, task);
}

/* Runs `step` for each task whose turn comes, until nobody is left. */
static void run_loop(void (*step)(int)) {
  for (;;) {
    while (ready.size > 0) step(shift(&ready));
    if (timers == 0) return;
    struct timer first = heap[0];
    pop();
    if (tasks[first.task].ticket != first.sequence) continue;
    now = first.deadline;
    wake(first.task);
  }
}

static void begin(int count) {
  begin_timing();
  tasks = malloc((size_t)count * sizeof *tasks);
}

static void end(void) {
  free(tasks);
  free(heap);
  free(ready.items);
  heap = NULL;
  ready = (struct ring){0};
  room = 0;
  end_timing();
}

/* --- The workloads ------------------------------------------------------------------------------------------- */

static int waits;

static void sleeper(int number) {
  struct task *task = &tasks[number];
  if (task->left++ == waits) return;
  task->state = next_state(task->state);
  sleep_for(number, delay_of(task->state, 100));
}

static struct outcome run_timers(const struct workload *work) {
  waits = work->waits;
  begin(work->tasks);
  for (int i = 0; i < work->tasks; i++) spawn(i);
  run_loop(sleeper);
  end();
  return (struct outcome){(long)work->tasks * work->waits, now == last_wake_up(work->tasks, work->waits)};
}

static struct ring waiting;
static int busy;
static double last_move;

static void board(int number) {
  struct task *task = &tasks[number];
  switch (task->place) {
  case 0: /* wants the master */
    if (task->left++ == MOVES) return;
    task->place = 1;
    if (busy) {
      push(&waiting, number);
      return;
    }
    busy = 1;
    /* fall through */
  case 1: /* has her */
    task->place = 2;
    sleep_for(number, 5);
    return;
  default: /* she has moved */
    last_move = now;
    if (waiting.size > 0) wake(shift(&waiting));
    else busy = 0;
    task->place = 0;
    sleep_for(number, 55);
  }
}

static struct outcome run_exhibition(const struct workload *work) {
  begin(work->tasks);
  for (int i = 0; i < work->tasks; i++) spawn(i);
  run_loop(board);
  free(waiting.items);
  waiting = (struct ring){0};
  busy = 0;
  end();
  double last = 5.0 * work->tasks * MOVES;
  return (struct outcome){(long)work->tasks * MOVES, last_move == last && now == last + 55};
}

static struct ring items;
static long got, unfinished;

static void trader(int number) {
  struct task *task = &tasks[number];
  if (number < PRODUCERS) {
    if (task->place == 1) {
      push(&items, task->left);
      unfinished++;
      if (waiting.size > 0) wake(shift(&waiting));
      if (++task->left == ITEMS) return;
    }
    task->place = 1;
  } else if (task->place == 1) {
    if (items.size == 0) {
      push(&waiting, number);
      return;
    }
    shift(&items);
    got++;
    /* The last of them cancels every consumer. */
    if (--unfinished == 0 && got == (long)PRODUCERS * ITEMS) {
      for (int i = PRODUCERS; i < PRODUCERS + CONSUMERS; i++) tasks[i].ticket = 0;
      return;
    }
  }
  task->place = 1;
  task->state = next_state(task->state);
  sleep_for(number, delay_of(task->state, 10));
}

static struct outcome run_queue(const struct workload *work) {
  got = unfinished = 0;
  begin(work->tasks);
  for (int i = 0; i < PRODUCERS + CONSUMERS; i++) spawn(i);
  run_loop(trader);
  free(waiting.items);
  free(items.items);
  waiting = items = (struct ring){0};
  end();
  return (struct outcome){(long)PRODUCERS * ITEMS, got == (long)PRODUCERS * ITEMS};
}

static long *results;

static void at_once(int number) { results[number] = number; }

static struct outcome run_gather(const struct workload *work) {
  long sum = 0;
  begin(work->tasks);
  results = malloc((size_t)work->tasks * sizeof *results);
  for (int i = 0; i < work->tasks; i++) spawn(i);
  run_loop(at_once);
  for (int i = 0; i < work->tasks; i++) sum += results[i];
  free(results);
  end();
  return (struct outcome){work->tasks, sum == (long)work->tasks * (work->tasks - 1) / 2};
}

static long observed;

/* Task 0 lets the others fall asleep and then cancels them: each is woken and sees it. */
static void canceller(int number) {
  struct task *task = &tasks[number];
  if (number > 0) {
    if (task->place++ == 0) sleep_for(number, 1000);
    else observed++;
  } else if (task->place++ == 0) {
    push(&ready, 0);
  } else {
    for (int i = 1; i <= waits; i++) wake(i);
  }
}

static struct outcome run_cancel(const struct workload *work) {
  waits = work->tasks;
  observed = 0;
  begin(work->tasks + 1);
  for (int i = 0; i <= work->tasks; i++) spawn(i);
  run_loop(canceller);
  end();
  return (struct outcome){work->tasks, observed == work->tasks && now == 0};
}

static struct outcome run(const struct workload *work) {
  now = 0;
  sequence = 0;
  switch (work->kind) {
  case 't': return run_timers(work);
  case 'e': return run_exhibition(work);
  case 'q': return run_queue(work);
  case 'g': return run_gather(work);
  default: return run_cancel(work);
  }
}

int main(int argc, char **argv) { return run_workload(argc, argv, run); }
