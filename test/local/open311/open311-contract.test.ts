import { readMark } from '../../../src/local/open311/marked-text.ts';
import { localContract } from '../contract/local-contract.ts';
import { impossible, type LocalStage } from '../contract/local-stage.ts';
import { openOpen311 } from './open-open311.ts';

const FEATURES = ['report', 'write-back', 'response', 'files', 'bad-rows', 'lost-writes', 'refusals'] as const;
const PATHS = { report: '/v2/requests.json', response: '/v2/servicerequestupdates.json' } as const;

localContract({ name: 'the Open311 form', features: FEATURES, open });

async function open({ pageSize }: { readonly pageSize: number }): Promise<LocalStage> {
  const { clock, server, local } = await openOpen311({}, { pageSize });
  const requestOf = (id: string) => {
    const request = server.requests.get(id);
    if (request === undefined) throw new Error(`no request ${id}`);
    return request;
  };
  const ours = (id: string, kind: string) =>
    server.updates.filter((one) => one.requestId === id && (readMark(one.description).mark?.startsWith(kind) ?? false));
  return {
    local,
    now: clock.now,
    advance: clock.advance,
    fail: (write, kind) => server.fail(PATHS[write], kind),
    staff: {
      statusName: 'closed',
      async file({ title = 'Jalan berlubang', text = 'Ada lubang besar.', files = [] } = {}) {
        for (const { name, bytes } of files) server.files.set(`/files/${encodeURIComponent(name)}`, bytes);
        const media = files[0] === undefined ? null : `/files/${encodeURIComponent(files[0].name)}`;
        const { id } = server.add({ description: text, media, name: 'Warga Contoh' });
        requestOf(id).title = title;
        return id;
      },
      async answer(id, { text }) {
        server.addUpdate({ requestId: id, status: 'OPEN', description: text });
      },
      async edit(id, text) {
        Object.assign(requestOf(id), { description: text, changedAt: clock.now() });
      },
      remove: impossible,
      async spoil(id) {
        requestOf(id).spoiled = true;
      },
      async stored(id) {
        const last = ours(id, 'lapor-status:').at(-1);
        return {
          nationalId: last === undefined ? null : (readMark(last.description).mark?.split(':')[1] ?? null),
          nationalStatus: /Status LAPOR!: (.+)/.exec(last?.description ?? '')?.[1] ?? null,
          status: requestOf(id).status,
          answers: ours(id, 'lapor-followup:').map(({ description }) => {
            const { text, mark } = readMark(description);
            return { text, externalRef: mark };
          }),
        };
      },
      count: async (reference) =>
        [...server.requests.values()].filter(({ description }) => readMark(description).mark === reference).length,
    },
  };
}
