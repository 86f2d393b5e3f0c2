/**
 * A whole number with groups of thousands: 1,234. Pictures write dozens of them in every display frame, and a number's own
 * `toLocaleString` looks its format up each time.
 */
export function counted(value: number): string {
  const text = String(value);
  return value > -1000 && value < 1000 ? text : text.replace(/\B(?=(\d{3})+$)/g, ',');
}
