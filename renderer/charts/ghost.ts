/** How much of their colour and of their width lines of a pinned run keep. */
export const GHOST_OPACITY = 0.5;
export const GHOST_WIDTH = 0.6;
