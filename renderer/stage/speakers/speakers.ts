import MessagesSquare from '@lucide/svelte/icons/messages-square';
import type { SpeechesFold } from '../../../shared/fold/speeches.ts';
import { cardPicture, type CardStage } from '../kit/cards.ts';
import { plain } from '../kit/plain.ts';
import { speechCard, type Speech } from './card.ts';

/** A speaker for each task. */
export const speakers: CardStage<SpeechesFold, Speech> = {
  ...plain,
  id: 'speakers',
  icon: MessagesSquare,
  picture: cardPicture(speechCard),
};
