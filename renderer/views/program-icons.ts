import type { Component } from 'svelte';
import ChessQueen from '@lucide/svelte/icons/chess-queen';
import Dices from '@lucide/svelte/icons/dices';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import Layers from '@lucide/svelte/icons/layers';
import Link from '@lucide/svelte/icons/link';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Package from '@lucide/svelte/icons/package';
import Play from '@lucide/svelte/icons/square-play';
import Rocket from '@lucide/svelte/icons/rocket';

/** A sign for each kind of stage. */
const icons: Readonly<Record<string, Component<{ size?: number; 'aria-hidden'?: 'true' }>>> = {
  boards: ChessQueen,
  queue: Package,
  launchpads: Rocket,
  draws: Dices,
  chains: Link,
  speakers: MessagesSquare,
  requests: HeartPulse,
  frames: Layers,
};

/** The sign of a kind of stage; one for all that have none of their own. */
export function iconOf(stage: string): Component<{ size?: number; 'aria-hidden'?: 'true' }> {
  return icons[stage] ?? Play;
}
