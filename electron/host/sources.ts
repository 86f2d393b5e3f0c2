import type { ImportGlobFunction } from 'vite/types/importGlob.d.ts';

declare global {
  interface ImportMeta {
    glob: ImportGlobFunction;
  }
}

/** The files of the workloads as they were written, by path. The build puts them in. */
const files = import.meta.glob<string>('../workloads/*.ts', { query: '?raw', import: 'default', eager: true });

/** The program of a workload as it runs on the kernel: the file that is called like it, from its program on. */
export function sourceOf(id: string): string {
  const file = files[`../workloads/${id}.ts`] ?? '';
  return file.slice(Math.max(0, file.indexOf('\nfunction program(') + 1)).trimEnd();
}
