/**
 * Structured clones as text, which is how messages travel between the page and the shell here. What Electron cannot
 * clone is refused with its words. The function stands on its own, for it runs in the page too.
 */
export function cloner(): { pack: (value: unknown) => string; unpack: (text: string) => unknown } {
  type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
  /** What marks a value that JSON does not know. */
  const MARK = '\u0000';
  const kinds = { ArrayBuffer, Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array };

  const marked = (kind: string, value: Json): Json => ({ [MARK]: [kind, value] });

  function toText(bytes: Uint8Array): string {
    if (typeof Buffer !== 'undefined')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  }

  function toBytes(text: string): Uint8Array<ArrayBuffer> {
    if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'));
    return Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  }

  function write(value: unknown): Json {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : marked('number', String(value));
    if (value === undefined) return marked('undefined', null);
    if (Array.isArray(value)) return value.map(write);
    if (value instanceof ArrayBuffer) return marked('ArrayBuffer', toText(new Uint8Array(value)));
    if (ArrayBuffer.isView(value)) {
      const kind = Object.keys(kinds).find((name) => value instanceof kinds[name as keyof typeof kinds]);
      if (kind !== undefined) {
        return marked(kind, toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      }
    }
    if (value instanceof Error) return marked('Error', [value.name, value.message]);
    if (typeof value === 'object' && !(value instanceof Promise) && !(Symbol.toStringTag in value)) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, write(each)]));
    }
    throw new TypeError('An object could not be cloned.');
  }

  function read(json: Json): unknown {
    if (Array.isArray(json)) return json.map(read);
    if (typeof json !== 'object' || json === null) return json;
    if (!(MARK in json)) return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, read(each)]));
    const [kind, value] = json[MARK] as [string, Json];
    if (kind === 'undefined') return undefined;
    if (kind === 'number') return Number(value);
    if (kind === 'Error') {
      const [name, message] = value as [string, string];
      return Object.assign(new Error(message), { name });
    }
    const { buffer } = toBytes(value as string);
    return kind === 'ArrayBuffer' ? buffer : new kinds[kind as 'Uint8Array'](buffer);
  }

  return { pack: (value) => JSON.stringify(write(value)), unpack: (text) => read(JSON.parse(text) as Json) };
}
