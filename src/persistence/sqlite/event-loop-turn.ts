/**
 * The present turn of the event loop. What was read in it, and was not written by this process since, may serve again in
 * it: a turn takes milliseconds, and whoever decides has its versions checked when it commits.
 */
export const eventLoopTurn = () => {
  let current: object | null = null;
  return {
    /** Stands for the turn: the same for as long as it lasts, and nothing has been written. */
    current: (): object => {
      if (current === null) {
        current = {};
        setImmediate(() => {
          current = null;
        });
      }
      return current;
    },
    /** To be called when this process has written. */
    end: (): void => {
      current = null;
    },
  };
};

export type EventLoopTurn = ReturnType<typeof eventLoopTurn>;
