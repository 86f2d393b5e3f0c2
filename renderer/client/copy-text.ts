/** Whoever takes a text for pasting; refuses by an error. */
export type Copy = (text: string) => Promise<void>;

/** How this page copies: by the browser's clipboard, which is not there everywhere. */
export const copyText: Copy = async (text) => {
  // The type says that it is always there; where a page is not trusted it is not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) throw new Error('no clipboard');
  await clipboard.writeText(text);
};

/** Whoever takes a picture for pasting; refuses by an error. */
export type CopyPicture = (picture: Promise<Blob>) => Promise<void>;

/** How this page copies a picture. The picture may still be made: a browser asks for the copy at once after the click. */
export const copyPicture: CopyPicture = async (picture) => {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined || typeof ClipboardItem === 'undefined') throw new Error('no clipboard');
  await clipboard.write([new ClipboardItem({ 'image/png': picture })]);
};
