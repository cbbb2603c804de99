/**
 * A folder that is no release, or no longer the one that was made: says which file, what is wrong with it and what to
 * do. A command ends with exit code 1. Nothing of what a line holds is repeated: only its number and the field.
 */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';

  constructor(file: string, problem: string, nextStep: string = fetchAgain) {
    super(`${file}: ${problem}; ${nextStep}`);
  }
}

const fetchAgain = 'fetch the release again from who made it';
