import { defaultPolicy, parameterNames } from '../../domain/parameters.ts';
import type { ParameterName } from '../../domain/parameters.ts';
import type { Result } from '../../release/result.ts';

/** A limit of the policies of a result, with its value in each of them; undefined where the file does not say. */
export interface Limit {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
  readonly standard: number | undefined;
}

/** The limits that differ between policies; of one policy alone, those that differ from the default. */
export function limitsThatDiffer({ policies }: Pick<Result, 'policies'>): readonly Limit[] {
  const names = new Set([
    ...parameterNames,
    ...policies.flatMap(({ parameters }) => Object.keys(parameters)),
  ]);
  return [...names]
    .map((name): Limit => {
      const values = policies.map(({ parameters }) =>
        Object.hasOwn(parameters, name) ? parameters[name] : undefined,
      );
      return { name, values, standard: standardOf(name) };
    })
    .filter(({ values, standard }) =>
      policies.length > 1
        ? new Set(values.map((value) => value ?? standard)).size > 1
        : values.some((value) => value !== undefined && value !== standard),
    );
}

const standardOf = (name: string): number | undefined =>
  isParameter(name) ? defaultPolicy.parameters[name] : undefined;

export const isParameter = (name: string): name is ParameterName =>
  parameterNames.some((known) => known === name);
