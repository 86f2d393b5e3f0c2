// The benchmark workloads on C++20 coroutines: what the language offers, under the same scheduler as the kernel's.
//
// A task is a coroutine frame with a small promise; timers are a binary heap of (deadline, sequence, task), the ready
// queue a ring of frames, emptied first in first out. A wait holds a ticket, so a cancelled timer stays behind as a
// dead entry; cancelling throws from the wait, as it does in the kernel.
#include <coroutine>
#include <cstddef>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "workload.h"

namespace {

struct Cancelled {};

struct Gather;

// Every task, whatever it returns: results of the workloads are whole numbers.
struct Promise {
  long result = 0;
  Gather *gather = nullptr;
  std::uint32_t ticket = 0;
  bool cancelled = false;
  bool ended = false;

  std::coroutine_handle<Promise> get_return_object() { return std::coroutine_handle<Promise>::from_promise(*this); }
  std::suspend_always initial_suspend() noexcept { return {}; }
  struct Final {
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<Promise> task) noexcept;
    void await_resume() noexcept {}
  };
  Final final_suspend() noexcept { return {}; }
  void return_value(long value) noexcept { result = value; }
  void unhandled_exception() {
    try {
      throw;
    } catch (const Cancelled &) {
      // The end that was asked for.
    }
  }
};

using Handle = std::coroutine_handle<Promise>;

struct Task : Handle {
  using promise_type = Promise;
  Task(Handle handle) : Handle(handle) {}
};

// First in, first out, on a ring that grows by doubling.
template <typename T> class Ring {
  std::vector<T> items_ = std::vector<T>(16);
  std::size_t head_ = 0, size_ = 0;

public:
  bool empty() const { return size_ == 0; }
  void push(T item) {
    if (size_ == items_.size()) {
      std::vector<T> larger(size_ * 2);
      for (std::size_t i = 0; i < size_; i++) larger[i] = items_[(head_ + i) & (size_ - 1)];
      items_.swap(larger);
      head_ = 0;
    }
    items_[(head_ + size_++) & (items_.size() - 1)] = item;
  }
  T shift() {
    T item = items_[head_];
    head_ = (head_ + 1) & (items_.size() - 1);
    size_--;
    return item;
  }
};

struct Timer {
  double deadline;
  std::uint32_t sequence;
  Handle task;
  bool before(const Timer &other) const {
    return deadline < other.deadline || (deadline == other.deadline && sequence < other.sequence);
  }
};

class Timers {
  std::vector<Timer> heap_;

public:
  bool empty() const { return heap_.empty(); }
  const Timer &first() const { return heap_.front(); }
  void push(const Timer &timer) {
    std::size_t hole = heap_.size();
    heap_.push_back(timer);
    while (hole > 0) {
      std::size_t parent = (hole - 1) / 2;
      if (heap_[parent].before(timer)) break;
      heap_[hole] = heap_[parent];
      hole = parent;
    }
    heap_[hole] = timer;
  }
  void pop() {
    Timer last = heap_.back();
    heap_.pop_back();
    std::size_t size = heap_.size(), hole = 0;
    if (size == 0) return;
    for (;;) {
      std::size_t child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && heap_[child + 1].before(heap_[child])) child++;
      if (last.before(heap_[child])) break;
      heap_[hole] = heap_[child];
      hole = child;
    }
    heap_[hole] = last;
  }
};

struct Scheduler {
  double now = 0;
  Ring<Handle> ready;
  Timers timers;
  Handle current;
  std::uint32_t sequence = 0;

  Handle spawn(Task task) {
    ready.push(task);
    return task;
  }
  void wake(Handle task) {
    task.promise().ticket = 0;
    ready.push(task);
  }
  void cancel(Handle task) {
    Promise &promise = task.promise();
    if (promise.ended || promise.cancelled) return;
    promise.cancelled = true;
    if (promise.ticket != 0) wake(task);
  }
  void run() {
    for (;;) {
      while (!ready.empty()) {
        current = ready.shift();
        current.resume();
      }
      if (timers.empty()) return;
      Timer timer = timers.first();
      timers.pop();
      if (timer.task.promise().ticket != timer.sequence) continue;
      now = timer.deadline;
      wake(timer.task);
    }
  }
};

std::unique_ptr<Scheduler> loop;

// A wait: who resumes from it finds out whether it was asked to stop meanwhile.
struct Wait {
  bool await_ready() const noexcept { return false; }
  void await_resume() const {
    if (loop->current.promise().cancelled) throw Cancelled{};
  }
};

struct Sleep : Wait {
  double seconds;
  explicit Sleep(double seconds) : seconds(seconds) {}
  void await_suspend(Handle task) const {
    if (seconds <= 0) return loop->ready.push(task);
    std::uint32_t ticket = task.promise().ticket = ++loop->sequence;
    loop->timers.push({loop->now + seconds, ticket, task});
  }
};

// Tasks that wait for the same thing, first come first served. Cancelled ones are skipped.
struct WaitList {
  struct Entry {
    Handle task;
    std::uint32_t ticket;
  };
  Ring<Entry> entries;
  void add(Handle task) { entries.push({task, task.promise().ticket = ++loop->sequence}); }
  bool wake_first() {
    while (!entries.empty()) {
      Entry entry = entries.shift();
      if (entry.task.promise().ticket != entry.ticket) continue;
      loop->wake(entry.task);
      return true;
    }
    return false;
  }
};

struct Park : Wait {
  WaitList &list;
  explicit Park(WaitList &list) : list(list) {}
  void await_suspend(Handle task) const { list.add(task); }
};

struct Gather {
  WaitList waiter;
  std::size_t left = 0;
  explicit Gather(const std::vector<Handle> &tasks) {
    for (Handle task : tasks) {
      if (task.promise().ended) continue;
      task.promise().gather = this;
      left++;
    }
  }
  void settled() {
    if (--left == 0) waiter.wake_first();
  }
};

void Promise::Final::await_suspend(Handle task) noexcept {
  Promise &promise = task.promise();
  promise.ended = true;
  if (promise.gather != nullptr) promise.gather->settled();
}

// A lock that is handed to whoever has waited longest.
class Lock {
  WaitList waiters_;
  bool locked_ = false;

public:
  struct Acquire : Wait {
    Lock &lock;
    explicit Acquire(Lock &lock) : lock(lock) {}
    bool await_ready() const noexcept { return !std::exchange(lock.locked_, true); }
    void await_suspend(Handle task) const { lock.waiters_.add(task); }
  };
  Acquire acquire() { return Acquire(*this); }
  void release() { locked_ = waiters_.wake_first(); }
};

// As asyncio's: a put wakes one getter, which looks again when it runs.
struct Queue {
  Ring<int> items;
  WaitList getters, joiners;
  long unfinished = 0;
  void put(int item) {
    items.push(item);
    unfinished++;
    getters.wake_first();
  }
  void task_done() {
    if (--unfinished == 0) while (joiners.wake_first());
  }
};

// --- The workloads ---------------------------------------------------------------------------------------------

void destroy(std::vector<Handle> &tasks) {
  for (Handle task : tasks) task.destroy();
}

Task sleeper(std::uint32_t task, int waits) {
  std::uint32_t state = seed_of(task);
  for (int i = 0; i < waits; i++) {
    state = next_state(state);
    co_await Sleep(delay_of(state, 100));
  }
  co_return 0;
}

// Creates the tasks, runs them to their end within a main task that gathers them, and destroys them.
template <typename Make> Task gathering(std::vector<Handle> &tasks, int count, Make make, long &sum) {
  tasks.reserve(count);
  for (int i = 0; i < count; i++) tasks.push_back(loop->spawn(make(i)));
  Gather all(tasks);
  if (all.left > 0) co_await Park(all.waiter);
  for (Handle task : tasks) sum += task.promise().result;
  co_return 0;
}

template <typename Make> long gather(int count, Make make) {
  std::vector<Handle> tasks;
  long sum = 0;
  Handle main = loop->spawn(gathering(tasks, count, make, sum));
  loop->run();
  destroy(tasks);
  main.destroy();
  return sum;
}

struct outcome timers(const workload &work) {
  begin_timing();
  gather(work.tasks, [&](int i) { return sleeper(static_cast<std::uint32_t>(i), work.waits); });
  end_timing();
  return {static_cast<long>(work.tasks) * work.waits, loop->now == last_wake_up(work.tasks, work.waits)};
}

Task board(Lock &master, double &last_move) {
  for (int pair = 0; pair < MOVES; pair++) {
    co_await master.acquire();
    co_await Sleep(5);
    last_move = loop->now;
    master.release();
    co_await Sleep(55);
  }
  co_return 0;
}

struct outcome exhibition(const workload &work) {
  Lock master;
  double last_move = 0;
  begin_timing();
  gather(work.tasks, [&](int) { return board(master, last_move); });
  end_timing();
  double last = 5.0 * work.tasks * static_cast<int>(MOVES);
  return {static_cast<long>(work.tasks) * MOVES, last_move == last && loop->now == last + 55};
}

Task produce(std::uint32_t task, Queue &line) {
  std::uint32_t state = seed_of(task);
  for (int item = 0; item < ITEMS; item++) {
    state = next_state(state);
    co_await Sleep(delay_of(state, 10));
    line.put(item);
  }
  co_return 0;
}

Task consume(std::uint32_t task, Queue &line, long &got) {
  std::uint32_t state = seed_of(task);
  for (;;) {
    state = next_state(state);
    co_await Sleep(delay_of(state, 10));
    while (line.items.empty()) co_await Park(line.getters);
    line.items.shift();
    got++;
    line.task_done();
  }
}

Task trade(std::vector<Handle> &makers, std::vector<Handle> &takers, Queue &line, long &got) {
  for (int i = 0; i < PRODUCERS; i++) makers.push_back(loop->spawn(produce(static_cast<std::uint32_t>(i), line)));
  for (int i = 0; i < CONSUMERS; i++) {
    takers.push_back(loop->spawn(consume(static_cast<std::uint32_t>(PRODUCERS + i), line, got)));
  }
  Gather all(makers);
  co_await Park(all.waiter);
  if (line.unfinished > 0) co_await Park(line.joiners);
  for (Handle task : takers) loop->cancel(task);
  co_return 0;
}

struct outcome queue(const workload &) {
  std::vector<Handle> makers, takers;
  Queue line;
  long got = 0;
  begin_timing();
  Handle main = loop->spawn(trade(makers, takers, line, got));
  loop->run();
  destroy(makers);
  destroy(takers);
  main.destroy();
  end_timing();
  return {static_cast<long>(PRODUCERS) * ITEMS, got == static_cast<long>(PRODUCERS) * ITEMS};
}

Task at_once(long value) { co_return value; }

struct outcome spawn_gather(const workload &work) {
  begin_timing();
  long sum = gather(work.tasks, [](int i) { return at_once(i); });
  end_timing();
  return {work.tasks, sum == static_cast<long>(work.tasks) * (work.tasks - 1) / 2};
}

// Counts when it goes out of scope: the `finally` of C++.
struct Observed {
  long &count;
  ~Observed() { count++; }
};

Task asleep(long &observed) {
  Observed finally{observed};
  co_await Sleep(1000);
  co_return 0;
}

Task cancelling(std::vector<Handle> &tasks, int count, long &observed) {
  tasks.reserve(count);
  for (int i = 0; i < count; i++) tasks.push_back(loop->spawn(asleep(observed)));
  co_await Sleep(0);
  for (Handle task : tasks) loop->cancel(task);
  co_return 0;
}

struct outcome cancel(const workload &work) {
  std::vector<Handle> tasks;
  long observed = 0;
  begin_timing();
  Handle main = loop->spawn(cancelling(tasks, work.tasks, observed));
  loop->run();
  destroy(tasks);
  main.destroy();
  end_timing();
  return {work.tasks, observed == work.tasks && loop->now == 0};
}

struct outcome run(const workload *work) {
  loop = std::make_unique<Scheduler>();
  switch (work->kind) {
  case 't': return timers(*work);
  case 'e': return exhibition(*work);
  case 'q': return queue(*work);
  case 'g': return spawn_gather(*work);
  default: return cancel(*work);
  }
}

} // namespace

int main(int argc, char **argv) { return run_workload(argc, argv, run); }
