/** What Electron writes before the message of an error that comes from the other process. */
const WRAPPING = /^Error invoking remote method '[^']*': (?:\w*Error: )?/;

/** The answer of the shell; where it refuses, its reason in its own words. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(message.replace(WRAPPING, ''), { cause: error });
  }
}
