/** An archive as Electron reads it, of these files by their paths. */
export function asarOf(files: ReadonlyMap<string, Buffer>): Buffer {
  interface Folder {
    files: Record<string, Folder | { size: number; offset: string }>;
  }
  const top: Folder = { files: {} };
  let offset = 0;
  for (const [path, content] of files) {
    const names = path.split('/');
    const name = names.pop()!;
    let folder = top;
    for (const each of names) folder = (folder.files[each] ??= { files: {} }) as Folder;
    folder.files[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
  }
  const header = Buffer.from(JSON.stringify(top));
  // Four numbers: how long the next one is, the header with its lengths, the header with its own length, and itself.
  const padded = Math.ceil(header.length / 4) * 4;
  const lengths = Buffer.alloc(16);
  [4, padded + 8, padded + 4, header.length].forEach((each, place) => lengths.writeUInt32LE(each, 4 * place));
  return Buffer.concat([lengths, header, Buffer.alloc(padded - header.length), ...files.values()]);
}
