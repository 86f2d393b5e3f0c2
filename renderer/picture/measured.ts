import type { Attachment } from 'svelte/attachments';

/** Tells the size of an element in CSS pixels, now and whenever it changes. */
export function measured(tell: (width: number, height: number) => void): Attachment<HTMLElement> {
  return (element) => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) tell(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
