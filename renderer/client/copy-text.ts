/** Whoever takes a text for pasting; refuses by an error. */
export type Copy = (text: string) => Promise<void>;

/** How this page copies: by the browser's clipboard, which is not there everywhere. */
export const copyText: Copy = async (text) => {
  // The type says that it is always there; where a page is not trusted it is not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) throw new Error('no clipboard');
  await clipboard.writeText(text);
};
