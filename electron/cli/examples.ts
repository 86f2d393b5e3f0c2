// The examples that each command's help ends with.

/** After the overview. */
export const all = `
Examples:
  simul compare exhibition                the exhibition under every model, side by side
  simul run exhibition --model threads --workers 12
  simul sweep exhibition --over boards=1..48 --models asynchronous
  simul gallery                           what people do wrong, and what it costs
  simul list                              what else there is, and what can be set

Exit codes: 0 done, 1 a run failed or a case differs, 2 bad input, 130 interrupted.`;

export const run = `
Examples:
  simul run exhibition
  simul run exhibition --model threads --workers 12 --set boards=48
  simul run exhibition --policy fifo --set 'opponent={"kind":"exponential","mean":55}' --seed 7
  simul run exhibition --params @scenario.json --format json --out run.json
  simul run exhibition --until 0:30:00 --format csv
  simul run exhibition --format trace --out exhibition.json      opens in ui.perfetto.dev
  simul run queue --format python --out queue.py                 a script; python3 queue.py 0.1`;

export const compare = `
Examples:
  simul compare exhibition
  simul compare exhibition --preset thinkers --seed 3
  simul compare exhibition --models synchronous,asynchronous --set boards=48
  simul compare exhibition --workers 6 --format csv

Threads and processes have 12 workers unless --workers says otherwise.`;

export const sweep = `
Examples:
  simul sweep exhibition --over boards=1..24
  simul sweep exhibition --over opponent=10..100:10 --models asynchronous
  simul sweep exhibition --over policy=fifo,lifo,round-robin --preset thinkers --models asynchronous --seeds 20
  simul sweep exhibition --over workers=1..24 --models threads,processes --format csv
  simul sweep exhibition --over boards=6,12 --over opponent=10..100:log3 --models asynchronous
  simul sweep exhibition --preset thinkers --over boards=6,24 --models asynchronous --until-width 5%

With --out, what is done is kept beside the file: the same command goes on after any end.`;

export const merge = `
Examples:
  simul sweep exhibition --over boards=1..48 --shard 1/2 --out one.part
  simul sweep exhibition --over boards=1..48 --shard 2/2 --out two.part
  simul merge one.part two.part --format csv --out boards.csv`;

export const verify = `
Examples:
  simul verify tests/truth/exhibition.json
  simul run exhibition --format json --out run.json && simul verify run.json`;

export const list = `
Examples:
  simul list
  simul list exhibition --format json`;

export const gallery = `
Examples:
  simul gallery                           all mistakes, in short
  simul gallery check-then-act            one of them, with its difference
  simul run requests --variant check-then-act --format jsonl`;

export const open = `
Examples:
  simul open simul-exhibition-progress.png      the very run that the picture shows
  simul open scenario.json --port 8080
  simul open viztracer.json                     a Chrome Trace of another program
  simul open 'http://127.0.0.1:4700/#s=1...'    a link, as Copy link gives it`;

export const serve = `
Examples:
  simul serve --open
  simul serve exhibition --models synchronous,asynchronous,threads --workers 6 --set boards=12
  simul serve --port 8080 --params @scenario.json

The address holds a token: whoever has it, on this machine, sees and steers the session.`;
