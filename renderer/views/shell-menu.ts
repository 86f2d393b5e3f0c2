import type { DesktopShell, OpenedFile, PanelCommand, ShellCommand } from '../../shared/protocol/shell.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import { messageOf } from '../../shared/message-of.ts';
import { saveFile } from '../client/save-file.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { openSaved } from '../stores/open-saved.ts';
import { scenarioText } from '../params/scenario-file.ts';
import { said } from '../stores/said.svelte.ts';
import { session } from '../stores/session.svelte.ts';
import { theme } from '../stores/theme.svelte.ts';

/** Parts of the page that the menu opens and shuts. */
export interface MenuParts {
  readonly panel: (command: PanelCommand) => void;
  readonly about: () => void;
}

/** Does what the native menu of the desktop shell asks for. */
export function followShellMenu(shell: DesktopShell, { panel, about }: MenuParts): void {
  const commands: Readonly<Record<ShellCommand, () => void>> = {
    'open-scenario': () => void openScenario(shell),
    'save-scenario': () => void saveScenario(),
    programs: () => panel('programs'),
    parameters: () => panel('parameters'),
    charts: () => panel('charts'),
    listing: () => panel('listing'),
    timeline: () => panel('timeline'),
    speed: () => panel('speed'),
    lanes: () => panel('lanes'),
    about,
    'theme-system': () => (theme.choice = 'system'),
    'theme-light': () => (theme.choice = 'light'),
    'theme-dark': () => (theme.choice = 'dark'),
    'theme-projector': () => (theme.choice = 'projector'),
  };
  shell.onCommand((command) => commands[command]());
  shell.onOpened((file) => void open(file));
  shell.onNotice((line) => session.say(line));
}

async function openScenario(shell: DesktopShell): Promise<void> {
  try {
    const file = await shell.openFile();
    if (file !== null) await open(file);
  } catch (error) {
    session.say(messageOf(error));
  }
}

async function open({ data, name }: OpenedFile): Promise<void> {
  const problems = await openSaved(new File([data], name), session);
  if (problems.length > 0) tell(problems);
}

async function saveScenario(): Promise<void> {
  try {
    // What is on screen can be saved when its host is gone.
    const { saved } = session;
    if (saved === null) return;
    const name = fill(en.params.fileName, { workload: saved.scenario.workload });
    const given = await saveFile(name, new Blob([scenarioText(saved)], { type: 'application/json' }));
    if (given) said.say(fill(en.params.saved, { name }));
  } catch (error) {
    session.say(messageOf(error));
  }
}

function tell(problems: readonly Problem[]): void {
  session.say(problems[0]?.message ?? en.params.notOpened, problems);
}
