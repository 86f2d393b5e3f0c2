import { crc32 } from 'node:zlib';

/** A zip archive of a few files, as they are; a program may be run. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    bodies.push(Buffer.from('PK\u0003\u0004'), common, path, data);
    const [before, after] = [Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), Buffer.alloc(14)];
    // A regular file that everybody may run.
    after.writeUInt32LE((0o100755 << 16) >>> 0, 6);
    after.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([before, common, after, path]));
    offset += 4 + common.length + path.length + data.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
