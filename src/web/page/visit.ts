import type { Locale } from '../../operate/say.ts';

/** Who looks at a page, where and when. */
export interface Visit {
  readonly locale: Locale;
  /** IANA zone in which times are shown. */
  readonly timezone: string;
  readonly site: string;
  readonly now: number;
  /** Of the page, without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Whether somebody could sign in at all: without `web.token` nobody can. */
  readonly canSignIn: boolean;
  /** Of this session; `null`: not signed in. */
  readonly csrf: string | null;
  /** Nothing is sent (`policy.mode: shadow`). */
  readonly isShadow: boolean;
}
