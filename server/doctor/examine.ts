import { describeError } from '../log.ts';
import { checks } from './checks/index.ts';
import { type Check, type Exam, type Finding, PUT_BACK, wrong } from './types.ts';

/** What a check finds; that it cannot even look is a finding too. */
const findingsOf = async ({ run }: Check, exam: Exam): Promise<Finding[]> => {
  try {
    return await run(exam);
  } catch (error) {
    const { code, error: kind } = describeError(error);
    return [wrong(`this cannot be read (${code ?? kind})`, PUT_BACK)];
  }
};

/** Says what each check finds, as it finds it. Stops after the first when the tables are not those of this version. */
export async function* examine(exam: Exam): AsyncGenerator<{ name: string; finding: Finding }> {
  for (const check of checks) {
    const { name } = check;
    const findings = await findingsOf(check, exam);
    for (const finding of findings) yield { name, finding };
    if (name === 'version' && findings.some(({ mark }) => mark === 'wrong')) return;
  }
}
