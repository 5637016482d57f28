import type { RestLocalOptions } from '../../src/local/rest/rest-local-options.ts';

/** A REST application that has everything as the contract page says. */
export const REST_OPTIONS: Omit<RestLocalOptions, 'baseUrl'> = {
  data: 'data',
  fields: {},
  pageSize: 100,
  zone: 'Asia/Jakarta',
  login: null,
  attachmentHosts: [],
};
