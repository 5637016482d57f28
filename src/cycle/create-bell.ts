/** Tells one who waits that there may be something to do. */
export interface Bell {
  /** Heard by whoever waits, or by the next who does. */
  ring(): void;
  /** Rings for the last time. */
  end(): void;
  isOver(): boolean;
  /** Resolves with the next ring, or at once where it rang since the last was heard. For one listener. */
  heard(): Promise<void>;
}

export function createBell(): Bell {
  let rang = false;
  let over = false;
  let wake: (() => void) | null = null;

  function ring(): void {
    rang = wake === null;
    wake?.();
    wake = null;
  }

  return {
    ring,
    end() {
      over = true;
      ring();
    },
    isOver: () => over,
    heard() {
      return new Promise((resolve) => {
        if (rang) resolve();
        else wake = resolve;
        rang = false;
      });
    },
  };
}
