import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Squeeze } from '../../../shared/saved/link.ts';

/** DEFLATE as Node has it. */
export const squeeze: Squeeze = {
  deflate: promisify<Uint8Array, Uint8Array>(deflateRaw),
  inflate: (bytes, most) => promisify(inflateRaw)(bytes, { maxOutputLength: most }),
};
