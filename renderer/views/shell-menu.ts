import type { DesktopShell, PanelCommand, ShellCommand } from '../../shared/protocol/shell.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import { messageOf } from '../../shared/message-of.ts';
import { openScenario, saveScenario } from '../params/scenario-actions.ts';
import { en } from '../words/en.ts';
import { session } from '../stores/session.svelte.ts';
import { theme } from '../stores/theme.svelte.ts';

/** Does what the native menu of the desktop shell asks for; `panel` opens and shuts parts of the page. */
export function followShellMenu(shell: DesktopShell, panel: (command: PanelCommand) => void): void {
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
    'theme-system': () => (theme.choice = 'system'),
    'theme-light': () => (theme.choice = 'light'),
    'theme-dark': () => (theme.choice = 'dark'),
    'theme-projector': () => (theme.choice = 'projector'),
  };
  shell.onCommand((command) => commands[command]());
}

async function openFrom(shell: DesktopShell): Promise<void> {
  try {
    const file = await shell.openFile();
    if (file === null) return;
    tell(await openScenario(new File([file.data], file.name)));
  } catch (error) {
    session.say(messageOf(error));
  }
}

/** Says the first of some problems; nothing where there are none. */
function tell(problems: readonly Problem[]): void {
  if (problems.length > 0) session.say(problems[0]?.message ?? en.params.notOpened, problems);
}

/** Saves what is on screen, and says what hinders it. */
export async function save(): Promise<void> {
  tell(await saveScenario());
}
