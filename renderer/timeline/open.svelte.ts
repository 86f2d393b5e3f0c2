/** Whether the timeline is open as a full view. */
class TimelineView {
  #open = $state.raw(false);

  get open(): boolean {
    return this.#open;
  }

  show(): void {
    this.#open = true;
  }

  close(): void {
    this.#open = false;
  }
}

export const timelineView = new TimelineView();

/** What the key of the timeline does: it opens the full view, or closes it. */
export function toggleTimeline(): void {
  if (timelineView.open) timelineView.close();
  else timelineView.show();
}
