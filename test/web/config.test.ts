import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';

/** Settings are read before anything starts; everything that is wrong is named at once. */

it('needs nothing', () => {
  expect(readConfig({ WAAKVLAM_PORT: '' })).toEqual({
    config: {
      host: '127.0.0.1',
      port: 8717,
      data: './data',
      masterKey: undefined,
      policy: defaultPolicy,
      logLevel: 'info',
      invented: 'offer',
      quickExit: 'https://www.knmi.nl/',
      privacySeconds: 120,
    },
  });
});

it('names every wrong setting at once, with the next step, and never repeats a key', () => {
  const read = readConfig({
    WAAKVLAM_HOST: '0.0.0.0',
    WAAKVLAM_PORT: '99999',
    WAAKVLAM_MASTER_KEY: 'almost-a-key',
    WAAKVLAM_POLICY: '/nowhere.json',
    WAAKVLAM_LOG_LEVEL: 'loud',
    WAAKVLAM_INVENTED: 'maybe',
  });
  expect(read).toEqual({
    problems: [
      'WAAKVLAM_HOST must be 127.0.0.1: until there is a login, nobody outside this machine may read what is here. Leave it out.',
      'WAAKVLAM_PORT must be a whole number from 0 to 65535. Leave it out for 8717.',
      'WAAKVLAM_MASTER_KEY must be 32 bytes as 64 hexadecimal or 44 base64 characters. Make one with: openssl rand -base64 32.',
      'WAAKVLAM_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent. Leave it out for info.',
      'WAAKVLAM_INVENTED must be offer or load. Leave it out for offer.',
      'WAAKVLAM_POLICY (/nowhere.json) cannot be read as JSON. Name a JSON file like {"name": "region", "parameters": {"sightDays": 14}}, or leave it out.',
    ],
  });
});
