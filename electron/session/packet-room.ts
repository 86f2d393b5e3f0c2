/** Events in a packet, all lanes together: some 190 kB to begin with, and never fewer. */
export const PACKET_EVENTS_MIN = 1 << 13;
/** Most events in a packet: some 24 MB. */
export const PACKET_EVENTS_MAX = 1 << 20;

/**
 * Wall milliseconds of a frame that shows a full packet: less makes the next ones larger, more makes them smaller. Layout
 * and painting come on top, and together they are to stay under 50.
 */
const QUICK_MS = 16;
const SLOW_MS = 32;
/** How many times its room a packet may have to catch up with the clock. */
const DUE_MOST = 8;
/** What lanes leave of a packet's room because they share it evenly. */
const NEARLY = 0.95;

/**
 * How many events a packet may have. One packet a display frame, or fewer where the machine has other things to do, is
 * too little for millions of events; and a packet of a million events holds a slow page up. So a page says with each
 * acknowledgement how long it was busy with the frame that shows the packet. Who says nothing gets small ones.
 */
export class PacketRoom {
  #events = PACKET_EVENTS_MIN;
  /** Full packets on their way. */
  readonly #full: number[] = [];

  /**
   * How many events the next packet may have, where the page lacks `due` of those that the clock has passed. It gets these
   * sooner than its frames get short: where drawing alone takes long, smaller packets would only leave it behind.
   */
  eventsFor(due: number): number {
    return Math.min(PACKET_EVENTS_MAX, Math.max(this.#events, Math.min(due, DUE_MOST * this.#events)));
  }

  /** A packet has left. One that is not full, or nearly, says nothing about how much the page can take. */
  sent(packet: number, count: number): void {
    if (count >= this.#events * NEARLY) this.#full.push(packet);
  }

  /** The page shows a packet, and all before it. */
  taken(packet: number, tookMs: number): void {
    const full = this.#full.includes(packet);
    this.#full.splice(0, this.#full.filter((each) => each <= packet).length);
    if (!full) return;
    const factor = tookMs <= QUICK_MS ? 2 : tookMs > SLOW_MS ? 0.5 : 1;
    this.#events = Math.min(PACKET_EVENTS_MAX, Math.max(PACKET_EVENTS_MIN, this.#events * factor));
  }
}
