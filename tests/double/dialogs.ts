/** Dialogs: each stays open until a test answers it. */
import type {
  BaseWindow,
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { z } from 'zod';
import { check, strict } from './strict.ts';

const text = z.exactOptional(z.string());
const filters = z.exactOptional(z.array(z.strictObject({ name: z.string(), extensions: z.array(z.string()) })));
const openType: z.ZodType<OpenDialogOptions> = z.strictObject({
  title: text,
  defaultPath: text,
  filters,
  properties: z.exactOptional(z.array(z.enum(['openFile', 'dontAddToRecent']))),
});
const saveType: z.ZodType<SaveDialogOptions> = z.strictObject({ title: text, defaultPath: text, filters });
const boxType: z.ZodType<MessageBoxOptions> = z.strictObject({
  type: z.exactOptional(z.enum(['none', 'info', 'error', 'question', 'warning'])),
  title: text,
  message: z.string(),
  detail: text,
  buttons: z.exactOptional(z.array(z.string())),
  defaultId: z.exactOptional(z.int()),
  cancelId: z.exactOptional(z.int()),
  noLink: z.exactOptional(z.boolean()),
  signal: z.exactOptional(z.instanceof(AbortSignal)),
});
const windowType = z.custom<BaseWindow>((value) => typeof value === 'object' && value !== null, 'a window');

/** A dialog that waits for its answer. */
export interface OpenDialog {
  readonly id: number;
  readonly kind: 'open' | 'save' | 'message' | 'error';
  readonly options: object;
}

const waiting = new Map<number, { readonly dialog: OpenDialog; readonly settle: (answer: never) => void }>();
let count = 0;

function show<T>(kind: OpenDialog['kind'], options: object): Promise<T> {
  const id = ++count;
  return new Promise((settle) => waiting.set(id, { dialog: { id, kind, options }, settle }));
}

/** The dialogs that are on screen. */
export function openDialogs(): OpenDialog[] {
  return [...waiting.values()].map(({ dialog }) => dialog);
}

/** Answers a dialog as a user does. */
export function answerDialog(id: number, answer: object): void {
  const found = waiting.get(id);
  if (found === undefined) throw new Error(`there is no dialog ${id}`);
  waiting.delete(id);
  found.settle(answer as never);
}

export const dialog = strict('dialog', {
  showErrorBox(title: string, content: string) {
    check('dialog.showErrorBox', [title, content], z.string(), z.string());
    process.stderr.write(`${title}: ${content}\n`);
    void show('error', { title, content });
  },
  showOpenDialog(window: BaseWindow, options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
    check('dialog.showOpenDialog', [window, options], windowType, openType);
    return show('open', options);
  },
  showSaveDialog(window: BaseWindow, options: SaveDialogOptions): Promise<SaveDialogReturnValue> {
    check('dialog.showSaveDialog', [window, options], windowType, saveType);
    return show('save', options);
  },
  showMessageBox(window: BaseWindow, options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
    check('dialog.showMessageBox', [window, options], windowType, boxType);
    const { signal, ...shown } = options;
    const box = show<MessageBoxReturnValue>('message', shown);
    const id = count;
    // A box that is withdrawn is answered as by Escape.
    signal?.addEventListener('abort', () => {
      if (waiting.has(id)) answerDialog(id, { response: options.cancelId ?? 0, checkboxChecked: false });
    });
    return box;
  },
}) as unknown as Pick<Dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
