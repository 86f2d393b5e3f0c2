import type { ParameterField } from './fields.ts';

/** What a control reads: a value, or what may stand there, by the part that is wrong; '' is the whole. */
export type ControlReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly limits: Readonly<Record<string, string>> };

/** What every control of a parameter is given. */
export interface ControlProps<F extends ParameterField = ParameterField> {
  readonly field: F;
  /** The value in force. */
  readonly value: unknown;
  /** The value it has where nobody has changed it. */
  readonly standard: unknown;
  /** Whether a value from here is still on its way, so that the one in force is old. */
  readonly busy: () => boolean;
  /** Id of the message below the control. */
  readonly messageId: string | undefined;
  /** What may stand in those of its parts that are wrong. */
  readonly limits: Readonly<Record<string, string>>;
  /** Which of its parts are wrong. */
  readonly invalid: Readonly<Record<string, boolean>>;
  readonly onslide: (reading: ControlReading) => void;
  readonly onwrite: (reading: ControlReading) => void;
  /** What was written is meant as it stands. */
  readonly oncommit: () => void;
}
