/** Where a photo is fetched from. `refused` carries the reason, a word of ours. */
export type PhotoSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'refused'; readonly detail: 'bad-path' | 'no-photo-base' };

/**
 * Resolves what a table says about a photo: a whole address stays one; a path lies under `photoBase` (a folder, or an
 * address of the web), with or without a slash in front. A path that leaves it is refused.
 */
export function photoSource(told: string, photoBase: string | null): PhotoSource {
  if (/^https?:\/\//i.test(told)) return { kind: 'web', url: told };
  const steps = told
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.');
  const isBad = /^[a-z][a-z0-9+.-]*:/i.test(told) || steps.length === 0 || steps.includes('..') || /\p{Cc}/u.test(told);
  if (isBad) return { kind: 'refused', detail: 'bad-path' };
  if (photoBase === null) return { kind: 'refused', detail: 'no-photo-base' };
  if (!isWebBase(photoBase)) return { kind: 'file', path: steps.join('/') };
  return { kind: 'web', url: `${photoBase.replace(/\/+$/, '')}/${steps.map(encodeURIComponent).join('/')}` };
}

export function isWebBase(photoBase: string | null): photoBase is string {
  return photoBase !== null && /^https?:\/\//i.test(photoBase);
}
