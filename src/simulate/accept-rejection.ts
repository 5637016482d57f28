import { type Answer, jsonAnswer } from './answer.ts';
import type { NationalComplaint } from './national-complaint.ts';
import { nationalFailure } from './national-failure.ts';
import type { NationalState } from './national-state.ts';
import { NATIONAL_STATUS } from './national-status.ts';
import { Rejection } from './national-wire.ts';
import { readJson } from './read-json.ts';
import type { SimulatedRequest } from './router.ts';

/** E5: passes a complaint on to another institution, where it is unverified again. The answer tells by its status only. */
export function acceptRejection(
  complaint: NationalComplaint,
  { body }: SimulatedRequest,
  state: NationalState,
): Answer {
  const sent = readJson(body, Rejection);
  if (!sent.ok) return nationalFailure(sent.status, sent.message);
  const to = state.institution(Number(sent.value.reason));
  state.change(complaint.id, {
    statusName: NATIONAL_STATUS.unverified,
    disposition: to,
    log: {
      content: 'Bukan wewenang {{institution_from}}, diteruskan ke {{ institution_to }}',
      from: complaint.disposition,
      to,
    },
  });
  state.noteEffect('reject', complaint.id, sent.value.reason);
  return jsonAnswer(200, { message: 'Success' });
}
