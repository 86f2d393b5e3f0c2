import type { CallArguments } from '../../shared/protocol/calls.ts';

/** What is on screen where nobody has asked for something else: the exhibition, one game at a time and table to table. */
export const firstScreen: CallArguments<'open'> = {
  scenario: { workload: 'exhibition' },
  lanes: [{ model: 'synchronous' }, { model: 'asynchronous' }],
};
