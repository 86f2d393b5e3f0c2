/** A package that is a part of the program, and the licence it is under. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** The licence's short name, as SPDX has it. */
  readonly licence: string;
  readonly text: string;
}

/** What the build wrote down of the program itself. */
export interface Licences {
  readonly version: string;
  readonly packages: readonly Licence[];
}

/** Reads what the build put beside the page. */
export async function readLicences(): Promise<Licences> {
  const answer = await fetch(new URL('licences.json', document.baseURI));
  if (!answer.ok) throw new Error(`licences.json: ${answer.status}`);
  return (await answer.json()) as Licences;
}
