import Rocket from '@lucide/svelte/icons/rocket';
import type { LaunchesFold } from '../../../shared/fold/launches.ts';
import { cardPicture, type CardStage } from '../kit/cards.ts';
import { plain } from '../kit/plain.ts';
import { launchCard, type Launch } from './card.ts';

/** A launch pad for each task. */
export const launchpads: CardStage<LaunchesFold, Launch> = {
  ...plain,
  id: 'launchpads',
  icon: Rocket,
  picture: cardPicture(launchCard),
};
