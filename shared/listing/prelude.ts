/**
 * What stands before the program in a script: a clock that can be scaled, the run's random numbers, a log. Each model
 * has a clock of its own; all of them count the program's seconds and wait for each as long as they are told to.
 */
import type { ModelId } from '../scenario/scenario.ts';
import { loopClock } from './prelude-loop.ts';
import { plainClock } from './prelude-plain.ts';
import { turnsClock } from './prelude-turns.ts';

/** What a prelude depends on. */
export interface PreludeParts {
  readonly model: ModelId;
  /** Threads or processes that are in the middle of something at once. */
  readonly workers: number;
  readonly seed: string;
  readonly keyed: boolean;
}

/** The Python of one kind of clock. */
export interface ClockText {
  readonly imports: readonly string[];
  /** A sentence or two for whoever reads the script. */
  readonly about: string;
  readonly clock: string;
}

const clocks: Readonly<Record<ModelId, (parts: PreludeParts) => ClockText>> = {
  synchronous: plainClock,
  asynchronous: loopClock,
  threads: turnsClock,
  processes: turnsClock,
};

export function prelude(parts: PreludeParts): string {
  const { imports, about, clock } = clocks[parts.model](parts);
  return `
    python3 FILE [SCALE]

SCALE is how many real seconds a second lasts: 1 (as it is without it), 0.01 for a hundredth, 0 not to wait at all.
It needs Python 3.9 or newer and nothing else.${about === '' ? '' : `\n\n${about}`}
"""
${imports.join('\n')}

SEED = ${parts.seed}
KEYED = ${parts.keyed ? 'True' : 'False'}
RESOLUTION = 1e-9  # timers less than this apart go off together
try:
    SCALE = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    if not 0 <= SCALE <= 1e6:
        raise ValueError
except ValueError:
    sys.exit(f"SCALE is {sys.argv[1]}; it must be a number from 0 to 1000000")


def told(value):
    return f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else value


def log(task, event, t=None, **fields):
    rest = "".join(f"  {name}={told(value)}" for name, value in fields.items())
    print(f"{now() if t is None else t:12.4f}  {task}  {event}{rest}", flush=${parts.model === 'processes' ? 'True' : 'SCALE > 0'})

${clock.trim()}`;
}
