/** The arrays in which the kernel and the folds keep a number for each task. */
type Numbers = Float64Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array;

/** A larger array that begins with what this one holds and has room for `atLeast` numbers; the rest is `fill`. */
export function grown<A extends Numbers>(array: A, atLeast: number, fill = 0): A {
  const length = Math.max(16, atLeast, array.length * 2);
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  if (fill !== 0) larger.fill(fill, array.length);
  return larger;
}
