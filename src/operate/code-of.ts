/** What may be told of an error: its kind and its code. Its text can hold anything. */
export function codeOf(error: unknown): { readonly code: string | null; readonly name: string } {
  if (!(error instanceof Error)) return { code: null, name: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { code, name: error.name };
}
