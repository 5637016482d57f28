import type { Act } from '../../operate/perform-act.ts';
import { ActForm } from './act-wire.ts';

const HOUR_MS = 3_600_000;

export interface Decision {
  readonly act: Act;
  readonly by: string;
  readonly why: string;
}

/** What a form decides; `null` where it is not filled in. */
export function toAct(form: URLSearchParams, now: number): Decision | null {
  const fields = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  // Not found is an answer of its own: the number that may stand beside it counts for nothing.
  const isAbsent = fields.do === 'resolve' && fields.found === 'no';
  const parsed = ActForm.safeParse(isAbsent ? { ...fields, do: 'resolve-absent' } : fields);
  if (!parsed.success) return null;
  const { by, why } = parsed.data;
  return { act: actOf(parsed.data, now), by, why };
}

function actOf(form: ActForm, now: number): Act {
  switch (form.do) {
    case 'resolve':
      return { type: 'resolve', id: form.id, only: form.only, tracking: form.tracking, force: false };
    case 'resolve-absent':
      return { type: 'resolve', id: form.id, only: form.only, tracking: null, force: false };
    case 'retry':
    case 'hold':
    case 'release':
    case 'confirm-one':
      return { type: form.do, id: form.id };
    case 'confirm':
      return { type: 'confirm' };
    case 'link':
    case 'not-a-twin':
      return { type: form.do, id: form.id, tracking: form.tracking };
    case 'acknowledge':
      return {
        type: 'acknowledge',
        id: form.id,
        owner: form.by,
        note: form.why,
        until: now + Number(form.hours) * HOUR_MS,
      };
  }
}
