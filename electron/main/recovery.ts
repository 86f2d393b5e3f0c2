import { app, dialog, type BrowserWindow } from 'electron';

/**
 * Watches over the page in a window. When it has crashed, or no longer answers, the window says so and offers to load it
 * anew. The run is the host's: it goes on, and the page that comes finds it.
 */
export function watchOver(window: BrowserWindow): void {
  const { webContents } = window;
  /** Ends the question that is on screen. */
  let question: AbortController | null = null;
  /** Whether the page is being ended on purpose. */
  let ending = false;

  const ask = async (message: string, detail: string, buttons: [string, string]): Promise<number> => {
    question?.abort();
    const { signal } = (question = new AbortController());
    const options = {
      type: 'error',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 1,
      noLink: true,
      signal,
    } as const;
    const { response } = await dialog.showMessageBox(window, options);
    // A question that was withdrawn has no answer.
    return signal.aborted ? 1 : response;
  };

  webContents.on('render-process-gone', (_, { reason }) => {
    if (ending || reason === 'clean-exit' || window.isDestroyed()) return;
    void ask('The page has crashed.', 'The run goes on. Reload the page to see it again.', ['Reload', 'Quit']).then(
      (response) => {
        if (window.isDestroyed()) return;
        if (response === 0) webContents.reload();
        else app.quit();
      },
    );
  });

  window.on('unresponsive', () => {
    const detail = 'The run goes on. Wait for the page, or reload it.';
    void ask('The page does not answer.', detail, ['Reload', 'Wait']).then((response) => {
      if (window.isDestroyed() || response !== 0) return;
      ending = true;
      // A page that hangs cannot be asked to go.
      webContents.once('render-process-gone', () => {
        ending = false;
        webContents.reload();
      });
      webContents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', () => question?.abort());
}
