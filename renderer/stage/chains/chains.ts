import Link from '@lucide/svelte/icons/link';
import type { ChainAt, ChainsFold } from '../../../shared/fold/chains.ts';
import { cardPicture, type CardStage } from '../kit/cards.ts';
import { plain } from '../kit/plain.ts';
import { chainCard } from './card.ts';

/** A chain of steps for each task, all on one time axis. */
export const chains: CardStage<ChainsFold, ChainAt> = {
  ...plain,
  id: 'chains',
  icon: Link,
  picture: cardPicture(chainCard),
};
