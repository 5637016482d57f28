import * as z from 'zod';

const LABEL = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';

/** `files.example.go.id`, `10.0.0.5:8080` or `[fd00::5]:8080`, in lower case; no scheme, no path, no wildcard. */
export const hostName = z
  .string()
  .toLowerCase()
  .regex(
    new RegExp(`^(${LABEL}(\\.${LABEL})*|\\[[0-9a-f:.]+\\])(:\\d{1,5})?$`),
    'must be host or host:port, without https:// or a path',
  );
