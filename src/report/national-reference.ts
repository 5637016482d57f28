/** Reference that marks a local report as one that was born at LAPOR! (contract page of the local side). */
export function nationalReference(nationalId: string): string {
  return `lapor:${nationalId}`;
}
