import { localContract } from '../local/contract/local-contract.ts';
import { impossible, type LocalStage } from '../local/contract/local-stage.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeLocal } from './fake-local.ts';

const OPERATIONS = { report: 'createReport', response: 'addResponse' } as const;
const FAULTS = { lost: 'lost-answer', refused: 'refused' } as const;
const FEATURES = [
  'report',
  'write-back',
  'response',
  'anonymity',
  'secrecy',
  'internal-notes',
  'reporter-replies',
  'files',
  'deletion',
  'lost-writes',
  'refusals',
] as const;

localContract({ name: 'the fake application', features: FEATURES, open });

async function open({ pageSize }: { readonly pageSize: number }): Promise<LocalStage> {
  const clock = createFakeClock();
  const local = createFakeLocal({ clock, pageSize });
  return {
    local,
    now: clock.now,
    advance: clock.advance,
    fail: (write, fault) => local.faults.next(OPERATIONS[write], FAULTS[fault]),
    staff: {
      statusName: 'dalam proses',
      async file({ title = 'Jalan berlubang', text = 'Ada lubang besar.', privacy, files = [] } = {}) {
        for (const { name, bytes } of files) local.files.set(name, bytes);
        const attachments = files.map(({ name, mimeType }) => ({ url: name, name, mimeType, sizeBytes: null }));
        return local.file({ title, text, attachments, ...(privacy === undefined ? {} : { privacy }) }).localId;
      },
      async answer(id, answer) {
        local.respond(id, answer);
      },
      async edit(id, text) {
        local.change(id, { text });
      },
      async remove(id) {
        local.change(id, { deletedAt: clock.now() });
      },
      spoil: impossible,
      async stored(id) {
        const { nationalId, nationalStatus, status, responses } = local.report(id);
        return {
          nationalId,
          nationalStatus,
          status,
          answers: (responses ?? []).filter(({ author }) => author === 'national'),
        };
      },
      count: async (reference) =>
        local.writes.filter((one) => one.operation === 'createReport' && one.report.externalRef === reference).length,
    },
  };
}
