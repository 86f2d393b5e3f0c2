import { isForeign } from './recording.ts';

/** What a file has to contain to be worth a closer look. */
const SIGN = /"ph"\s*:/;

/** The recording of another program that a text holds, as it stands there; null where it holds none. */
export function foreignIn(text: string): unknown {
  if (!SIGN.test(text)) return null;
  try {
    const given: unknown = JSON.parse(text);
    return isForeign(given) ? given : null;
  } catch {
    // What is no JSON is refused by who reads scenarios.
    return null;
  }
}
