// Electron's fuses: switches burnt into its program as a wire of bytes behind a sentinel. `@electron/fuses` writes them;
// this reads them back, so that a package is judged by what is in it.

/** What stands before the wire in every program of Electron's. */
export const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;
/** The fuses in the order of the wire, as electron-builder names them. */
const NAMES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

/**
 * Where the wires of a program begin: one, or one for each processor that a universal program is for.
 * @param {Buffer} program
 */
function wiresOf(program) {
  const found = [];
  for (let at = program.indexOf(SENTINEL); at !== -1; at = program.indexOf(SENTINEL, at + 1))
    found.push(program.subarray(at + SENTINEL.length));
  return found;
}

/**
 * What is wrong with the fuses of a program, a line each.
 * @param {Buffer} program
 * @param {Readonly<Record<string, boolean>>} wanted by the names of electron-builder
 */
export function fuseFaults(program, wanted) {
  const wires = wiresOf(program);
  if (wires.length === 0) return ['no fuses: this is no program of Electron'];
  return wires.flatMap((wire) => {
    if (wire[0] !== VERSION) return [`the fuses are of version ${wire[0]}, not ${VERSION}`];
    const fuses = wire.subarray(2, 2 + (wire[1] ?? 0)).toString('latin1');
    return Object.entries(wanted).flatMap(([name, on]) => {
      const found = fuses[NAMES.indexOf(name)];
      const state = found === '1' ? 'on' : found === '0' ? 'off' : 'not there';
      const right = on ? 'on' : 'off';
      return state === right ? [] : [`the fuse ${name} is ${state}, it must be ${right}`];
    });
  });
}
