import { EVENT_BYTES, type EventColumns } from './trace.ts';

/** Events in a row that are thinned together, column by column. */
export class Bucket implements EventColumns {
  at = new Float64Array(0);
  value = new Float64Array(0);
  task = new Int32Array(0);
  line = new Uint16Array(0);
  kind = new Uint8Array(0);
  length = 0;

  /** Bytes of its columns, with the room that there is for more. */
  get bytes(): number {
    return this.kind.length * EVENT_BYTES;
  }

  event(at: number, kind: number, task: number, value: number, line: number): void {
    const place = this.length++;
    if (place === this.kind.length) this.#grow();
    this.at[place] = at;
    this.value[place] = value;
    this.task[place] = task;
    this.line[place] = line;
    this.kind[place] = kind;
  }

  #grow(): void {
    // Large ones grow by half: what is doubled last is mostly room.
    const { length } = this.kind;
    const room = Math.max(1 << 12, length < 1 << 16 ? 2 * length : Math.ceil(1.5 * length));
    const { at, value, task, line, kind } = this;
    (this.at = new Float64Array(room)).set(at);
    (this.value = new Float64Array(room)).set(value);
    (this.task = new Int32Array(room)).set(task);
    (this.line = new Uint16Array(room)).set(line);
    (this.kind = new Uint8Array(room)).set(kind);
  }
}
