import { createSubscriber } from 'svelte/reactivity';
import { readTheme, type ChartTheme } from './theme.ts';

/** The theme of the page as charts need it, read anew when the theme or the size of the window changes. */
class PageTheme {
  readonly #subscribe = createSubscriber((update) => {
    const renew = () => {
      this.#theme = null;
      update();
    };
    const observer = new MutationObserver(renew);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    window.addEventListener('resize', renew);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', renew);
      this.#theme = null;
    };
  });
  #theme: ChartTheme | null = null;

  get now(): ChartTheme {
    this.#subscribe();
    return (this.#theme ??= readTheme(document.documentElement));
  }
}

export const pageTheme = new PageTheme();
