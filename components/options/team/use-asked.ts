import { useCallback, useEffect, useState } from 'react';
import type { Answer, SyncError } from '#lib/sync/admin.ts';

export type Asked<T> =
  | { state: 'asking' }
  | { state: 'failed'; error: SyncError }
  | { state: 'there'; value: T };

const askedOf = <T>(answer: Answer<T>): Asked<T> =>
  answer.ok ? { state: 'there', value: answer.value } : { state: 'failed', error: answer.error };

/**
 * What the server says, asked again by `again`. What was there stays until the new answer is, unless another question is asked.
 * @param ask the same function as long as the question is the same
 */
export const useAsked = <T>(ask: () => Promise<Answer<T>>): [Asked<T>, again: () => Promise<void>] => {
  const [asked, setAsked] = useState<{ by: unknown; is: Asked<T> }>({ by: null, is: { state: 'asking' } });
  const again = useCallback(async () => {
    const is = askedOf(await ask());
    setAsked({ by: ask, is });
  }, [ask]);
  useEffect(() => {
    let gone = false;
    void ask().then((answer) => {
      if (!gone) setAsked({ by: ask, is: askedOf(answer) });
    });
    return () => {
      gone = true;
    };
  }, [ask]);
  return [asked.by === ask ? asked.is : { state: 'asking' }, again];
};
