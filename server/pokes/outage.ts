/** Tells of a fault when it begins, and not again until it has ended: a dead line must not fill the log. */
export const createOutage = (onBegin: (error: unknown) => void, onEnd: () => void = () => {}) => {
  let lasts = false;
  return {
    begins: (error: unknown): void => {
      if (!lasts) onBegin(error);
      lasts = true;
    },
    ends: (): void => {
      if (lasts) onEnd();
      lasts = false;
    },
  };
};
