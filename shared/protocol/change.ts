/** A change that can be taken back or made again, as data: the page puts it into words. */
export type Change =
  | {
      readonly kind: 'edit';
      readonly path: string;
      /** The parameter before and after; left out where it is too long to be said. */
      readonly before?: unknown;
      readonly after?: unknown;
    }
  | {
      readonly kind: 'open';
      readonly workload: string;
      /** What is different from before: another program, other lanes, or other values. */
      readonly what: 'program' | 'lanes' | 'values';
    };
