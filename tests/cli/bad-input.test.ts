import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useFolder } from '../support/folder.ts';
import { simulAll, type Ended } from './simul.ts';

const folder = useFolder();

/** A file of that text, by its path. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function hugeFile(name: string): string {
  const path = file(name, '{}');
  const handle = openSync(path, 'r+');
  ftruncateSync(handle, 50_000_000);
  closeSync(handle);
  return path;
}

const run = (...args: string[]) => ['run', 'exhibition', ...args];
const set = (assignment: string) => run('--set', assignment);
const sweep = (over: string, ...args: string[]) => ['sweep', 'exhibition', '--over', over, ...args];
const missing = join(folder, 'missing.json');
const huge = hugeFile('huge.json');
const broken = file('broken.json', '{\n  "boards": 3,\n  "master": }\n');
const future = file('future.json', '{"version": 2, "workload": "exhibition", "colour": "red"}');
const latin = file('latin.json', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]));
const deep = file('deep.json', '['.repeat(100_000));
const other = file('other.json', '[{"workload": "chess", "model": "asynchronous", "params": {}, "seed": 0}]');
const logless = file('logless.json', '[{"workload": "exhibition", "seed": 0, "makespan": 1}]');
const strange = file('strange.json', '[{"seed": "0", "random": [0.5], "gamma_2_3": [1]}]');
const policies = 'round-robin, fifo, lifo, random, fewest-left, most-left';
const models = 'synchronous, asynchronous, threads, processes';
const parameters = 'boards, pairMoves, master, opponent, walk, policy';
const amount = 'a number from 0 to 1000000';
const boards = 'a whole number from 1 to 10000';
const whole = 'a whole number, in quotes when beyond 2^53';
const span = 'a number of seconds, at least 0, or h:mm:ss';
const over = 'path=from..to, path=from..to:step or path=a,b,c';

/** What is typed, and the one line that must come of it. */
const cases: [args: string[], line: string | RegExp][] = [
  [['walk'], "unknown command 'walk'; see simul help"],
  [['runn', 'exhibition'], "unknown command 'runn' (did you mean run?); see simul help"],
  [['help', 'walk'], "unknown command 'walk'; see simul help"],
  [['run'], "missing required argument 'workload'; see simul help"],
  [run('more'), /^too many arguments for 'run'.* see simul help$/],
  [run('--modle', 'x'), "unknown option '--modle' (did you mean --model?); see simul help"],
  [run('--seed'), /^option '-s, --seed <n>' argument missing; see simul help$/],
  [['run', 'exibition'], /^workload: "exibition" was given; it must be one of .*\(did you mean exhibition\?\)$/],
  [['list', 'chess'], /^workload: "chess" was given; it must be one of /],
  [
    run('--model', 'asynchronus'),
    `model: "asynchronus" was given; it must be one of ${models} (did you mean asynchronous?)`,
  ],
  [run('--policy', 'fif'), `params.policy: "fif" was given; it must be one of ${policies} (did you mean fifo?)`],
  [
    set('polcy=fifo'),
    `params.polcy: "fifo" was given; it must be one of the parameters ${parameters} (did you mean policy?)`,
  ],
  [set('boards=0'), `params.boards: 0 was given; it must be ${boards}`],
  [set('boards=10001'), `params.boards: 10001 was given; it must be ${boards}`],
  [set('boards=1.5'), `params.boards: 1.5 was given; it must be ${boards}`],
  [set('boards=-3'), `params.boards: -3 was given; it must be ${boards}`],
  [set('boards=NaN'), `params.boards: "NaN" was given; it must be ${boards}`],
  [set('boards="24"'), `params.boards: "24" was given; it must be ${boards}`],
  [set('boards=many'), `params.boards: "many" was given; it must be ${boards}`],
  [set('boards='), `params.boards: "" was given; it must be ${boards}`],
  [set('boards=1e999'), `params.boards: Infinity was given; it must be ${boards}`],
  [set('opponent.value=-1'), `params.opponent.value: -1 was given; it must be ${amount}`],
  [set('opponent.kind=uniform'), /^params\.opponent\.low: nothing was given; it must be a number .*more problem/],
  [set('boards'), '--set: "boards" was given; it must be path=value'],
  [set('=3'), '--set: "=3" was given; it must be path=value'],
  [set('__proto__.x=3'), /^path: "__proto__\.x" was given; it must be names of parameters/],
  [run('--seed', '1.5'), `seed: "1.5" was given; it must be ${whole}`],
  [run('--seed', 'x'), `seed: "x" was given; it must be ${whole}`],
  [run('--model', 'threads', '--workers', '0'), `workers: 0 was given; it must be ${boards}`],
  [run('--workers', 'many'), `workers: "many" was given; it must be ${boards}`],
  [run('--draws', 'shared'), 'draws: "shared" was given; it must be keyed, as always for exhibition'],
  [run('--preset', 'clasic'), /^--preset: "clasic" was given; it must be one of .*\(did you mean classic\?\)$/],
  [
    run('--params', '{"boards":'),
    '--params: malformed JSON at line 1, column 11 (position 10): the end of the text was given; it must be a value',
  ],
  [run('--params', '[1]'), /^params: \[1\] was given; it must be an object with boards, /],
  [run('--params', '[1]', '--set', 'boards=3'), /^params: \[1\] was given; it must be an object with boards, /],
  [run('--params', '{"__proto__":{}}'), /^params\.__proto__: \{\} was given; it must be one of the parameters /],
  [
    run('--params', '{"workload":"queue"}'),
    'workload: "queue" was given; it must be exhibition, as on the command line',
  ],
  [run('--params', '{"a\\nb":1}'), /^params\.a\\nb: 1 was given; it must be one of the parameters /],
  [run('--params', `@${missing}`), `--params: "${missing}" was given; it must be a file that is there`],
  [run('--params', `@${folder}`), `--params: "${folder}" was given; it must be a file, not a directory`],
  [run('--params', `@${huge}`), `--params: "${huge}" was given; it must be a file of at most 16 MB; it has 47.7 MB`],
  [run('--params', '@/dev/null'), '--params: "/dev/null" was given; it must be a regular file'],
  [
    run('--params', `@${broken}`),
    `${broken}: malformed JSON at line 3, column 13 (position 29): "}\\n" was given; it must be a value`,
  ],
  [run('--params', `@${future}`), 'version: 2 was given; it must be 1, the version that this program reads'],
  [run('--params', `@${latin}`), `--params: "${latin}" was given; it must be a text file in UTF-8`],
  [run('--params', `@${deep}`), /^.*deep\.json: malformed JSON at line 1, column 65 .* nested at most 64 deep$/],
  [run('--until', 'x'), `--until: "x" was given; it must be ${span}`],
  [run('--until', '-1'), `--until: -1 was given; it must be ${span}`],
  [run('--until', 'Infinity'), `--until: "Infinity" was given; it must be ${span}`],
  [run('--steps', '0'), '--steps: 0 was given; it must be a whole number from 1 to 9007199254740991'],
  [run('--format', 'xml'), '--format: "xml" was given; it must be one of table, json, jsonl, csv, trace, python'],
  [['compare', 'exhibition', '--format', 'trace'], '--format: "trace" was given; it must be one of table, json, csv'],
  [run('--out', folder), `--out: "${folder}" was given; it must be the path of a file, not of a directory`],
  [
    run('--out', join(missing, 'x')),
    `--out: "${join(missing, 'x')}" was given; it must be a path in a folder that is there`,
  ],
  [run('--out', '/dev/null'), '--out: "/dev/null" was given; it must be the path of a regular file'],
  [run('--out', ''), '--out: "" was given; it must be the path of a file'],
  [['compare', 'exhibition', '--models', 'threads,foo'], `--models: "foo" was given; it must be one of ${models}`],
  [['sweep', 'exhibition'], `--over: nothing was given; it must be ${over}`],
  [sweep('boards'), `--over: "boards" was given; it must be ${over}`],
  [sweep('boards='), `--over: "boards=" was given; it must be ${over}`],
  [sweep('boards=1..x'), '--over: "1..x" was given; it must be from..to:step in numbers'],
  [sweep('boards=1..3:0'), /^--over: "1\.\.3:0" was given; it must be a range whose step leads/],
  [sweep('boards=5..1:1'), /^--over: "5\.\.1:1" was given; it must be a range whose step leads/],
  [sweep('boards=1..1e9'), '--over: "1..1e9" was given; it must be at most 1000000 values'],
  [sweep('boards=0..3'), `params.boards: 0 was given; it must be ${boards}`],
  [
    sweep('boards=1..3', '--over', 'boards=1,2'),
    '--over: "boards=1,2" was given; it must be another parameter than the first',
  ],
  [
    sweep('boards=1..3', '--over', 'master=1,2', '--over', 'walk=1'),
    /^--over: "walk=1" was given; it must be given at most twice/,
  ],
  [sweep('boards=1..3', '--seeds', '0'), '--seeds: 0 was given; it must be a whole number from 1 to 10000'],
  [
    sweep('boards=1..9999', '--seeds', '9999'),
    /^--over: "[\d,]+ runs, about .* with \d+ at once" was given; it must be confirmed with --yes$/,
  ],
  [['verify'], "missing required argument 'file'; see simul help"],
  [['verify', missing], `file: "${missing}" was given; it must be a file that is there`],
  [['verify', huge], `file: "${huge}" was given; it must be a file of at most 16 MB; it has 47.7 MB`],
  [['verify', other], /^.*other\.json: case 1: workload: "chess" was given; it must be one of /],
  [['verify', logless], `${logless}: case 1: log: nothing was given; it must be a list of entries`],
  [['verify', strange], /^.*strange\.json: case 1: gamma_2_3: \[1\] was given; it must be a call such as /],
];

// The kernel's log says that it is a regular file, and never ends; nobody writes into the pipe.
const pipe = join(folder, 'pipe');
const regular = (path: string): (typeof cases)[number][] => [
  [run('--params', `@${path}`), `--params: "${path}" was given; it must be a regular file`],
  [['verify', path], `file: "${path}" was given; it must be a regular file`],
];
if (spawnSync('mkfifo', [pipe]).status === 0) cases.push(...regular(pipe));
if (existsSync('/proc/kmsg') && process.getuid?.() === 0) cases.push(...regular('/proc/kmsg'));

/** Where something could be written, it is asked to write a file: none may come of it. */
function writing(args: readonly string[]): readonly string[] {
  if (args[1] !== 'exhibition' || args.includes('--out')) return args;
  return [...args.slice(0, 2), '--out', join(folder, 'never'), ...args.slice(2)];
}

let results: Ended[] = [];
const before = readdirSync(folder).sort();
beforeAll(async () => {
  results = await simulAll(cases.map(([args]) => writing(args)));
});

describe('bad input is one line on standard error, exit code 2, and nothing else', () => {
  test.each(cases.map(([args, line], i) => ({ typed: args.join(' '), line, i })))('simul $typed', ({ line, i }) => {
    const { code, stdout, stderr } = results[i]!;
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    const said = /^simul: (.*)\n$/.exec(stderr)?.[1];
    if (typeof line === 'string') expect(said).toBe(line);
    else expect(said).toMatch(line);
  });

  test('no file is written', () => {
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
