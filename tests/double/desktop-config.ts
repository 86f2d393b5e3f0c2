/** What the one who starts the double says of the desktop it runs on. */
import type { Display } from 'electron';
import { z } from 'zod';

const area = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const display = z.strictObject({ id: z.number(), workArea: area });

/** As much of a display as the shell looks at. */
export type Screen = Pick<Display, 'id' | 'workArea'>;

export const configSchema = z.strictObject({
  /** Where a Chromium listens that is there already, and which of its contexts the windows go to. */
  chromium: z.exactOptional(z.strictObject({ port: z.number(), context: z.string() })),
  /** The displays, the primary one first. */
  displays: z.array(display).default([{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }]),
  dark: z.boolean().default(false),
  /** Whether the system can say where the profile belongs. */
  hasHome: z.boolean().default(true),
  /** The shell's entry, where it is not the one that package.json names. */
  main: z.exactOptional(z.string()),
});

/** The variable of the environment that holds it, as JSON. */
export const CONFIG = 'SIMUL_DOUBLE';

export type Config = z.input<typeof configSchema>;
