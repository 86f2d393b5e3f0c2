/** Put in by the build, from package.json. */
declare const __SIMUL_VERSION__: string;

/** The version of Simul that this page belongs to. */
export const version: string = __SIMUL_VERSION__;
