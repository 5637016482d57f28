/** What an answer shows of the machine that gave it, besides its words. */
export interface PeerSeen {
  /** Its clock, epoch ms, to the second; `null`: it does not say, or the answer lay in a store on the way. */
  readonly clockMs: number | null;
  /** When the certificate of a new connection ends, epoch ms; `null`: none, or the connection was seen before. */
  readonly certificateEndsAt: number | null;
}
