/** Something that others wait for until it is opened. */
export interface Latch {
  /** Never fails what waits for it. */
  readonly opened: Promise<null>;
  /** Gives `null`, as whoever lets a call pass does. */
  readonly open: () => null;
}

export function createLatch(): Latch {
  let resolve: (value: null) => void = () => undefined;
  const opened = new Promise<null>((resolveIt) => {
    resolve = resolveIt;
  });
  return {
    opened,
    open() {
      resolve(null);
      return null;
    },
  };
}
