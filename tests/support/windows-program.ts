/** The smallest file that tools for Windows take for a program: headers, one section with its version, and more bytes. */

const FILE_ALIGNMENT = 0x200;
const SECTION_AT = 0x1000;
const ENGLISH = 1033;
const UNICODE = 1200;

const padded = (bytes: Buffer, to: number) => Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);
const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

/** A block of a version: its length, that of its value, whether the value is text, its key, its value and its children. */
function block(key: string, value: Buffer, text: boolean, children: readonly Buffer[] = []): Buffer {
  const head = padded(Buffer.concat([Buffer.alloc(6), wide(key)]), 4);
  const whole = Buffer.concat([
    head,
    children.length === 0 ? value : padded(value, 4),
    ...children.map((each) => padded(each, 4)),
  ]);
  whole.writeUInt16LE(whole.length, 0);
  whole.writeUInt16LE(text ? value.length / 2 : value.length, 2);
  whole.writeUInt16LE(text ? 1 : 0, 4);
  return whole;
}

function versionResource(version: string): Buffer {
  const fixed = Buffer.alloc(52);
  fixed.writeUInt32LE(0xfeef04bd, 0);
  fixed.writeUInt32LE(0x10000, 4);
  const strings = ['FileDescription', 'ProductName', 'OriginalFilename', 'FileVersion', 'ProductVersion'].map((name) =>
    block(name, wide(name.endsWith('Version') ? version : 'Electron'), true),
  );
  const translation = Buffer.alloc(4);
  translation.writeUInt16LE(ENGLISH, 0);
  translation.writeUInt16LE(UNICODE, 2);
  const none = Buffer.alloc(0);
  return block('VS_VERSION_INFO', fixed, false, [
    block('StringFileInfo', none, true, [block('040904b0', none, true, strings)]),
    block('VarFileInfo', none, true, [block('Translation', translation, false)]),
  ]);
}

/** A section of resources that has one: a version, in English. */
function resources(version: string): Buffer {
  const data = versionResource(version);
  // Three folders within each other - kind, number, language - of one entry each, and what the last one points to.
  const folders = Buffer.alloc(3 * 24 + 16);
  for (const [depth, id] of [16, 1, ENGLISH].entries()) {
    const last = depth === 2;
    folders.writeUInt16LE(1, depth * 24 + 14);
    folders.writeUInt32LE(id, depth * 24 + 16);
    folders.writeUInt32LE(((last ? 0 : 0x80000000) + (depth + 1) * 24) >>> 0, depth * 24 + 20);
  }
  folders.writeUInt32LE(SECTION_AT + folders.length, 72);
  folders.writeUInt32LE(data.length, 76);
  return Buffer.concat([folders, data]);
}

/** A program of Windows, as far as its headers go: its version, and bytes at its end. It cannot run. */
export function windowsProgram(version: string, end: Buffer): Buffer {
  const section = resources(version);
  const raw = padded(section, FILE_ALIGNMENT);
  const head = Buffer.alloc(FILE_ALIGNMENT);
  head.write('MZ', 0, 'latin1');
  head.writeUInt32LE(64, 60);
  head.write('PE', 64, 'latin1');
  const file = 68;
  head.writeUInt16LE(0x8664, file);
  head.writeUInt16LE(1, file + 2);
  head.writeUInt16LE(240, file + 16);
  head.writeUInt16LE(0x22, file + 18);
  const optional = file + 20;
  head.writeUInt16LE(0x20b, optional);
  head.writeBigUInt64LE(0x140000000n, optional + 24);
  head.writeUInt32LE(SECTION_AT, optional + 32);
  head.writeUInt32LE(FILE_ALIGNMENT, optional + 36);
  head.writeUInt16LE(6, optional + 48);
  head.writeUInt32LE(2 * SECTION_AT, optional + 56);
  head.writeUInt32LE(FILE_ALIGNMENT, optional + 60);
  head.writeUInt16LE(2, optional + 68);
  head.writeUInt32LE(16, optional + 108);
  // The third entry of the directory is where the resources are.
  head.writeUInt32LE(SECTION_AT, optional + 112 + 2 * 8);
  head.writeUInt32LE(section.length, optional + 112 + 2 * 8 + 4);
  const table = optional + 240;
  head.write('.rsrc', table, 'latin1');
  head.writeUInt32LE(section.length, table + 8);
  head.writeUInt32LE(SECTION_AT, table + 12);
  head.writeUInt32LE(raw.length, table + 16);
  head.writeUInt32LE(FILE_ALIGNMENT, table + 20);
  head.writeUInt32LE(0x40000040, table + 36);
  return Buffer.concat([head, raw, end]);
}
