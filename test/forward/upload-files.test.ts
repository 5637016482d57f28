import { describe, expect, it } from 'vitest';
import { uploadFiles } from '../../src/forward/upload-files.ts';
import type { OutgoingFile } from '../../src/national/national-system.ts';
import type { FaultName } from '../support/call-faults.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createFakeNational } from '../support/fake-national.ts';
import { openWatch } from '../support/open-watch.ts';

const NEVER = new AbortController().signal;

function file(index: number): OutgoingFile {
  return { bytes: Uint8Array.of(index), fileName: `lampiran-${index}.jpg`, mimeType: 'image/jpeg' };
}

async function start() {
  const clock = createFakeClock();
  const national = createFakeNational({ clock });
  const watch = await openWatch('national', clock);
  return { national, watch, deps: { national, watch, halt: NEVER } };
}

describe('uploadFiles()', () => {
  it('asks nothing for no files', async () => {
    const { national, deps } = await start();
    expect(await uploadFiles(deps, [], true)).toEqual({ ids: [], refused: [] });
    expect(national.faults.count('upload')).toBe(0);
  });

  it('gives the ids of what is stored', async () => {
    const { national, deps } = await start();
    const uploaded = await uploadFiles(deps, [file(1), file(2)], true);
    expect(uploaded).toEqual({ ids: [...national.uploads.keys()], refused: [] });
    expect(national.faults.count('upload')).toBe(1);
  });

  it('counts those that were left out', async () => {
    const { national, deps } = await start();
    const fewer = { ...national, upload: async () => ({ ok: true, value: ['7'] }) as const };
    expect(await uploadFiles({ ...deps, national: fewer }, [file(1), file(2), file(3)], true)).toEqual({
      ids: ['7'],
      refused: ['refused', 'refused'],
    });
  });

  it.each(['refused', 'not-found', 'too-large'] as const)('counts one that is %s', async (fault) => {
    const { national, watch, deps } = await start();
    national.faults.next('upload', fault);
    expect(await uploadFiles(deps, [file(1)], true)).toEqual({ ids: [], refused: ['refused'] });
    expect(watch.health().state).toBe('up');
  });

  it('keeps none of the others back for one that is refused', async () => {
    const { national, deps } = await start();
    national.faults.next('upload', 'refused', { times: 1 });
    national.faults.next('upload', 'refused', { after: 1 });
    const uploaded = await uploadFiles(deps, [file(1), file(2), file(3)], true);
    expect(uploaded).toEqual({ ids: [...national.uploads.keys()], refused: ['refused'] });
    expect([...national.uploads.values()].map(({ fileName }) => fileName)).toEqual([
      'lampiran-1.jpg',
      'lampiran-3.jpg',
    ]);
  });

  it.each<readonly [FaultName, string]>([
    ['throttled', 'paused'],
    ['credentials', 'stopped'],
  ])('leaves a side alone that is %s, however long the files waited', async (fault, state) => {
    const { national, watch, deps } = await start();
    national.faults.next('upload', fault);
    expect(await uploadFiles(deps, [file(1)], false)).toBe('later');
    expect(watch.health().state).toBe(state);
    expect(national.faults.count('ping')).toBe(0);
  });

  it.each<readonly [FaultName]>([['unreachable'], ['html'], ['error-before']])(
    'leaves a side alone that does not answer otherwise either: %s',
    async (fault) => {
      const { national, watch, deps } = await start();
      national.faults.always(['upload', 'ping'], fault);
      expect(await uploadFiles(deps, [file(1)], false)).toBe('later');
      expect(watch.health().state).toBe('down');
    },
  );

  it('holds nothing else up where the upload alone fails, and goes without the files in the end', async () => {
    const { national, watch, deps } = await start();
    national.faults.always(['upload'], 'error-before');
    expect(await uploadFiles(deps, [file(1), file(2)], true)).toBe('later');
    expect(await uploadFiles(deps, [file(1), file(2)], false)).toEqual({ ids: [], refused: ['refused', 'refused'] });
    expect(watch.health().state).toBe('up');
  });

  it('says nothing of the side where it was broken off', async () => {
    const { national, watch } = await start();
    const halt = new AbortController();
    halt.abort();
    national.faults.always(['upload'], 'unreachable');
    expect(await uploadFiles({ national, watch, halt: halt.signal }, [file(1)], true)).toBe('later');
    expect(watch.health().state).toBe('up');
  });
});
