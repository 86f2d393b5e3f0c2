import { atTheMeans, type ConstantExhibition, type ExhibitionAmounts } from './exhibition.ts';
import { exhibitionBeside, exhibitionMeasures } from './exhibition-measures.ts';
import { exhibitionFinish } from './finish.ts';
import type { Forms } from './forms.ts';
import { isConstant } from './distribution.ts';
import { knee, kneeBoards } from './knee.ts';

/** The closed forms of the exhibition. Its units are pairs of moves. */
export const exhibitionForms: Forms = {
  predict({ params, model, workers }) {
    const { policy } = params as { readonly policy: string };
    const { exhibition, exact } = atTheMeans(params as ExhibitionAmounts);
    const finish = exhibitionFinish(exhibition, { model, workers, policy });
    if (finish !== null) return { ...finish, units: exhibition.boards * exhibition.pairMoves, exact };
    if (model === 'threads') return 'No closed form is known for threads with a way to walk.';
    return `No closed form is known for the order of serving ${policy}.`;
  },

  measures: exhibitionMeasures,
  beside: exhibitionBeside,
  kneeOf: 'boards',

  total(params) {
    const { pairMoves } = params as ExhibitionAmounts;
    if (typeof pairMoves !== 'number' && !isConstant(pairMoves)) return null;
    const { boards, pairMoves: length } = atTheMeans(params as ExhibitionAmounts).exhibition;
    return boards * Math.max(1, Math.trunc(length));
  },

  knee(params) {
    const { exhibition, exact } = atTheMeans(params as ExhibitionAmounts);
    const { boards, master, opponent, walk = 0 }: ConstantExhibition = exhibition;
    const least = Number.isFinite(knee(exhibition)) ? kneeBoards(exhibition) : Infinity;
    return { least, boards, round: master + opponent, work: master + walk, exact };
  },
};
