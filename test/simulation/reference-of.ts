/** The reference of a local report, as the simulated site's configuration makes it. */
export function referenceOf(localId: string): string {
  return `[Ref: kota-simulasi-${localId}]`;
}

export function responseReferenceOf(localId: string, responseId: string): string {
  return `[Ref: kota-simulasi-${localId}/${responseId}]`;
}

/** The reference of a local report that was made of one that was born at LAPOR!. */
export function bornAs(nationalId: string): string {
  return `lapor:${nationalId}`;
}

export function numberIn(externalRef: string): string {
  return externalRef.replace('lapor:', '');
}

export function localIdOf(reference: string): string {
  return /^\[Ref: kota-simulasi-(\d+)\]$/.exec(reference)?.[1] ?? reference;
}
