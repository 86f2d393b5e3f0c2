import { z } from 'zod';
import type { FieldInfo, FieldKind } from './fields.ts';
import { limitOf } from './params.ts';

/** A parameter of a workload, in words. */
export interface ParameterDescription extends FieldInfo {
  readonly name: string;
  readonly kind: FieldKind | 'other';
  /** What may stand there: "a whole number from 1 to 10000". */
  readonly limit: string;
}

/** The parameters of a schema that was made of the fields of `fields.ts`, in their order; none for any other. */
export function describeParameters(schema: z.ZodType): ParameterDescription[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const info = (field.meta() ?? {}) as Partial<FieldInfo> & { kind?: FieldKind };
    return { ...info, name, title: info.title ?? name, kind: info.kind ?? 'other', limit: limitOf(field) };
  });
}
