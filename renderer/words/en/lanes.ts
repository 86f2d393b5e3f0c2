/** What lanes and models are called: at the boards in the words of the exhibition, elsewhere in those of programs. */
export const lanes = {
  boards: { synchronous: 'One game at a time', asynchronous: 'Table to table' },
  elsewhere: { synchronous: 'One after another', asynchronous: 'Taking turns' },
  oneThread: '1 thread',
  threads: '{workers} threads',
  oneProcess: '1 process',
  processes: '{workers} processes',
  /** What stands small beside a title: how the lane runs. */
  beside: {
    synchronous: 'synchronous',
    asynchronous: 'asynchronous',
    threads: 'threads',
    processes: 'processes',
  },
  /** Where a model is chosen, and the number of workers beside it. */
  models: { threads: 'Threads', processes: 'Processes' },
};
