// What the desktop shell puts into its window.
import type {} from './shell.ts';

/** Gives somebody a file: by the shell's dialog, or as a download. False when it was cancelled. */
export type SaveFile = (name: string, blob: Blob) => Promise<boolean>;

/** How this page gives files. */
export const saveFile: SaveFile = async (name, blob) => {
  if (window.simul !== undefined)
    return window.simul.saveFile({ name, data: new Uint8Array(await blob.arrayBuffer()) });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has to begin before its address may go.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return true;
};
