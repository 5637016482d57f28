// Writes the JSON Schema of the configuration, for editors.
import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../src/config/config-json-schema.ts';

const file = new URL('../config/jembatan.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
