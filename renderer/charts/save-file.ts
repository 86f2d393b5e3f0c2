/** What the desktop shell may offer beside its port: its own dialog for files. */
interface FileShell {
  saveFile?(file: { readonly name: string; readonly data: Uint8Array }): Promise<unknown> | undefined;
}

/** Gives somebody a file: by the shell's dialog, or as a download. */
export type SaveFile = (name: string, blob: Blob) => Promise<void>;

/** How this page gives files. */
export const saveFile: SaveFile = async (name, blob) => {
  const shell = (window as { readonly simul?: FileShell }).simul;
  if (shell?.saveFile !== undefined) {
    await shell.saveFile({ name, data: new Uint8Array(await blob.arrayBuffer()) });
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has to begin before its address may go.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
