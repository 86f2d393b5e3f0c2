/** How many workers threads and processes have in a comparison that does not say. */
export const COMPARED_WORKERS = 12;
