/**
 * Whether two plain values are the same all the way down: what is drawn of them is the same then. An object of a class
 * may have changed inside, so it is never the same.
 */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return typeof one !== 'function' && Object.is(one, other);
  }
  const list = Array.isArray(one);
  if (list !== Array.isArray(other)) return false;
  if (!list && !(isPlain(one) && isPlain(other))) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => key in other && same(one[key as keyof object], other[key as keyof object]));
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
