/** Two independent axes: identity hidden (anonim), content hidden (rahasia). Source: SP4N terms, domain page. */
export interface Privacy {
  readonly anonymous: boolean;
  readonly secret: boolean;
}

/** The least level that hides everything either of the two hides: privacy only rises. */
export function joinPrivacy(a: Privacy, b: Privacy): Privacy {
  return { anonymous: a.anonymous || b.anonymous, secret: a.secret || b.secret };
}

/** True where `next` hides something that `before` did not. */
export function isMorePrivate(next: Privacy, before: Privacy): boolean {
  return (next.anonymous && !before.anonymous) || (next.secret && !before.secret);
}

const NO = new Set(['0', 'false', 'n', 'no', 'tidak', 'off', 'f', 'bukan']);

/**
 * Reads a privacy flag as PHP and SQL applications write it. Anything not plainly "no" counts as "yes":
 * the text "false" is truthy in JavaScript, and an unknown word must not publish a secret report.
 */
export function readPrivacyFlag(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const word = String(value ?? '')
    .trim()
    .toLowerCase();
  return !NO.has(word);
}
