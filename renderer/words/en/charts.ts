/** Texts of the charts and the dock. */
export const charts = {
  dock: 'Timeline, charts and log',
  choose: 'Chart',
  enlarge: 'Show the chart large',
  /** Beside the title, where a run is too long for all of it to be kept. */
  sampled: 'sampled: {ratios}',
  close: 'Close the chart',
  resizeLeft: 'Width of the timeline',
  resizeRight: 'Width of the chart',
  table: 'Data of the chart',
  theory: '{lane}, theory',
  theoryHint: 'dotted: theory',
  window: '{y}, last {span}',
  estimate: 'dotted: theory at the means',
  time: 'Virtual time',
  finish: '{lane} {at}',
  /** Each chart by what there is to be seen of a program: boards, a queue, or tasks. */
  progress: {
    boards: { title: 'Moves played', y: 'moves' },
    queue: { title: 'Items taken', y: 'items' },
    elsewhere: { title: 'Tasks done', y: 'tasks' },
    at: '{count} of {total}',
  },
  throughput: {
    boards: { title: 'Throughput', y: 'moves a minute' },
    queue: { title: 'Throughput', y: 'items a minute' },
    elsewhere: { title: 'Throughput', y: 'tasks a minute' },
  },
  utilisation: {
    boards: { title: 'Utilisation', y: '% of the time' },
    elsewhere: { title: 'Utilisation', y: '% of the time' },
  },
  ready: {
    boards: { title: 'Ready boards', y: 'ready boards' },
    elsewhere: { title: 'Ready tasks', y: 'ready tasks' },
  },
  depth: {
    elsewhere: { title: 'Queue depth', y: 'items in the queue' },
    room: 'room for {capacity}',
    withRoom: 'dotted: {room}',
    named: '{lane}, {queue}',
  },
  waits: {
    boards: { title: 'Waiting times', y: '% of the waits', x: 'How long a ready board waits' },
    queue: { title: 'Waiting times', y: '% of the items', x: 'How long an item is in the queue' },
    elsewhere: { title: 'Waiting times', y: '% of the waits', x: 'How long a ready task waits' },
    spread: '{x}, {y}',
    median: 'median',
    stats: 'median {median}, 95 % within {p95}, max {max}',
    none: 'no wait has ended yet',
    atOnce: 'none',
  },
  lag: {
    elsewhere: { title: 'Loop lag', y: 'from ready to running' },
    worst: 'worst of the last {span}, {y}',
    seconds: 'seconds',
    none: 'no task has been ready yet',
  },
  lags: {
    elsewhere: { title: 'Spread of loop lag', y: '% of the steps', x: 'How long a ready task waits to run' },
  },
  holders: {
    elsewhere: { title: 'What blocked the loop', y: 'time, while other tasks were ready' },
    task: '{lane}: {task}',
    nobody: 'nothing',
  },
  makespan: { elsewhere: { title: 'Total time by model', y: 'total time' }, soFar: '{at} so far' },
  describe: '{title} over virtual time up to {at}. {series}',
  describeSeries: '{name}: {value}.',
};
