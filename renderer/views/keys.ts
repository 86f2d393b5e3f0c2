/** What a key does wherever one is. */
export type Command =
  | 'play'
  | 'step'
  | 'step-back'
  | 'faster'
  | 'slower'
  | 'restart'
  | 'programs'
  | 'parameters'
  | 'charts'
  | 'listing'
  | 'speed'
  | 'lanes'
  | 'theme'
  | 'timeline'
  | 'full-screen'
  | 'undo'
  | 'redo'
  | 'save'
  | 'open'
  | 'help'
  | 'close';

/** The part of a keyboard event that matters. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the keyboard is: keys that mean something there are left to it. */
export interface Focus {
  /** In a field that is typed into. */
  readonly typing: boolean;
  /** On a control that Space or Enter presses, reached with the keyboard. */
  readonly pressing: boolean;
  /** In something that is open in front of the page. */
  readonly inside: boolean;
}

const keys: Readonly<Record<string, Command>> = {
  ' ': 'play',
  ArrowRight: 'step',
  ArrowLeft: 'step-back',
  '+': 'faster',
  '=': 'faster',
  '-': 'slower',
  '−': 'slower',
  r: 'restart',
  o: 'programs',
  p: 'parameters',
  c: 'charts',
  l: 'listing',
  s: 'speed',
  n: 'lanes',
  t: 'theme',
  m: 'timeline',
  f: 'full-screen',
  '?': 'help',
  Escape: 'close',
};

/** The command of a key press; null where the key is not the page's. */
export function commandOf(press: Press, focus: Focus): Command | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) {
    // Saving is meant wherever somebody types.
    if (key === 's' && !press.altKey && !press.shiftKey) return 'save';
    if (press.altKey || focus.typing) return null;
    if (key === 'o') return press.shiftKey ? null : 'open';
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !press.shiftKey ? 'redo' : null;
  }
  if (press.altKey || focus.typing) return null;
  const command = keys[key] ?? null;
  if (command === 'play' && focus.pressing) return null;
  if (focus.inside && command !== 'play') return null;
  return command;
}

const typed =
  'input:not([type=button], [type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]';
const pressed = 'button, a[href], input, summary, [role=button], [role^=menuitem], [role=option], [role=radio]';

/** Where the keyboard is when an event reaches an element. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return { typing: false, pressing: false, inside: false };
  return {
    typing: target.matches(typed),
    pressing: target.matches(pressed) && target.matches(':focus-visible'),
    inside: target.closest('[role=dialog]:not([data-testid=board-sheet]), [role=menu], [role=listbox]') !== null,
  };
}
