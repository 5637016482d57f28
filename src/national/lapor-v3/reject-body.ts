/** Body of E5: "not my authority", where `reason` carries the institution that has it (contract page, E5). */
export function rejectBody(targetInstitutionId: number): Readonly<Record<string, unknown>> {
  return {
    is_request: 1,
    reason: String(targetInstitutionId),
    reason_description: 'Diteruskan ke Instansi Tujuan',
    not_authority: 1,
  };
}
