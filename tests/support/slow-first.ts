import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take seconds, the longest first: what is long and begins last is waited for by all processors but one. */
const SLOW = [
  'tests/listing/scripts',
  'tests/cli/sweeps',
  'tests/fuzz/calls',
  'tests/main/first-start',
  'tests/cli/endings',
  'tests/cli/built',
  'tests/cli/serve',
];

/** The order in which files are run, the same on every machine. A process serves one project, so those stay together. */
export class SlowFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId, project }: TestSpecification) => {
      const place = SLOW.findIndex((name) => moduleId.includes(`/${name}.test.ts`));
      const slow = place === -1 ? SLOW.length : place;
      return `${project.name === 'page' ? 1 : 0} ${String(slow).padStart(2, '0')} ${moduleId}`;
    };
    return Promise.resolve(files.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)));
  }
}
