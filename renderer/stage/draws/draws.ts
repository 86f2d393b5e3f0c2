import Dices from '@lucide/svelte/icons/dices';
import type { DrawsFold } from '../../../shared/fold/draws.ts';
import { cardPicture, type CardStage } from '../kit/cards.ts';
import { plain } from '../kit/plain.ts';
import { drawingCard, type Drawing } from './card.ts';

/** A plot of drawn numbers for each task. */
export const draws: CardStage<DrawsFold, Drawing> = {
  ...plain,
  id: 'draws',
  icon: Dices,
  picture: cardPicture(drawingCard),
};
