/** What every page says to a browser: nothing in it runs, nothing comes from elsewhere, nobody frames or keeps it. */
export const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  // Not `no-referrer`: forms would no longer say where they come from.
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
} as const;
