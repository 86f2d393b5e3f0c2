import type { WrittenText } from '../../../shared/listing/texts.ts';

const executors = { threads: 'ThreadPoolExecutor', processes: 'ProcessPoolExecutor' } as const;

const starts = {
  threads: 'main()  ## shown',
  processes: 'if __name__ == "__main__": main()  ## shown',
} as const;

/**
 * A text that is the same for a pool of threads and for one of processes: `Pool` stands for the executor, and what starts
 * the program is added. A process that is started reads the program again, so there it is started only by the first one.
 */
export function pooled(text: string, support?: string): Record<'threads' | 'processes', WrittenText> {
  return { threads: onPool('threads', text, support), processes: onPool('processes', text, support) };
}

export function onPool(model: 'threads' | 'processes', text: string, support?: string): WrittenText {
  const source = `${text
    .trim()
    .replaceAll('Pool(', `${executors[model]}(`)
    .replace(/import Pool\b/, `import ${executors[model]}`)}\n\n${starts[model]}\n`;
  return support === undefined ? { source } : { source, support };
}
