import { describe } from 'vitest';
import { hidingContract } from './hiding.ts';
import type { LocalForm } from './local-stage.ts';
import { readingContract } from './reading.ts';
import { writingContract } from './writing.ts';

/** What every form of the local side keeps to, whatever application is behind it. */
export function localContract(form: LocalForm): void {
  describe(form.name, () => {
    readingContract(form);
    hidingContract(form);
    writingContract(form);
  });
}
