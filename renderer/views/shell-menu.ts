import type { DesktopShell, PanelCommand, ShellCommand } from '../../shared/protocol/shell.ts';
import { messageOf } from '../../shared/message-of.ts';
import { saveScenario } from '../params/scenario-actions.ts';
import { session } from '../stores/session.svelte.ts';
import { theme } from '../stores/theme.svelte.ts';
import { openGiven, tell } from './open-given.ts';

/** Parts of the page that the menu opens and shuts. */
export interface MenuParts {
  readonly panel: (command: PanelCommand) => void;
  readonly about: () => void;
}

/** Does what the native menu of the desktop shell asks for. */
export function followShellMenu(shell: DesktopShell, { panel, about }: MenuParts): void {
  const commands: Readonly<Record<ShellCommand, () => void>> = {
    'open-scenario': () => void openFrom(shell),
    'save-scenario': () => void save(),
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
  shell.onOpened((file) => void openGiven(file.name, file.data));
  shell.onNotice((line) => session.say(line));
}

async function openFrom(shell: DesktopShell): Promise<void> {
  try {
    const file = await shell.openFile();
    if (file !== null) await openGiven(file.name, file.data);
  } catch (error) {
    session.say(messageOf(error));
  }
}

/** Saves what is on screen, and says what hinders it. */
export async function save(): Promise<void> {
  tell(await saveScenario());
}
