import type { Edit } from '../../shared/scenario/scenario.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';
import type { ParameterField } from './fields.ts';
import { valueText } from './value-text.ts';

/** What an edit changes: "Time for a reply 30 s". */
export function changeText({ path, value }: Pick<Edit, 'path' | 'value'>, fields: readonly ParameterField[]): string {
  const { title, field } = titleOf(path, fields);
  return fill(en.params.change, { title, value: valueText(value, field) });
}

/** What the parameter at a path is called, and its field. */
export function titleOf(path: string, fields: readonly ParameterField[]) {
  const [name = ''] = path.split('.');
  const field = fields.find((each) => each.path === name);
  return { title: (field?.title ?? name) + path.slice(name.length).replaceAll('.', ', '), field };
}

/** An edit under way with its instant on the clock of a run of `run` seconds: "from 0:12:30: Time for a reply 30 s". */
export function editText(edit: Edit, fields: readonly ParameterField[], run: number): string {
  return fill(en.params.edit, { at: clockText(edit.at, run), change: changeText(edit, fields) });
}
