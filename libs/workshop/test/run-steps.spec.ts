import { runSteps } from './run-steps.mjs';
import type { Outcome } from './steps.mjs';

const step = (name: string, outcome: Outcome) => ({ name, run: () => Promise.resolve(outcome) });

async function told(...steps: ReturnType<typeof step>[]) {
  const lines: string[] = [];
  const allPassed = await runSteps(steps, (line) => lines.push(line));
  return { allPassed, lines: lines.join('\n').split('\n') };
}

describe('npm test', () => {
  it('ends with the sum of all steps', async () => {
    const { allPassed, lines } = await told(step('lint', { passed: 1, failed: 0 }), step('unit', { passed: 12, failed: 0 }));
    expect(lines.at(-1)).toBe('13 passed, 0 failed');
    expect(allPassed).toBe(true);
  });

  it('fails when one test fails, and runs the steps after it', async () => {
    const { allPassed, lines } = await told(step('lint', { passed: 0, failed: 1, told: 'why' }), step('unit', { passed: 3, failed: 0 }));
    expect(lines.at(-1)).toBe('3 passed, 1 failed');
    expect(lines).toContain('why');
    expect(allPassed).toBe(false);
  });

  it('fails when a step ran nothing', async () => {
    const { allPassed, lines } = await told(step('unit', { passed: 0, failed: 0 }));
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(allPassed).toBe(false);
  });

  it('says what was left out and why', async () => {
    const { allPassed, lines } = await told(
      step('unit', { passed: 1, failed: 0 }),
      step('neo4j', { passed: 0, failed: 0, left: 'no Java 17' }),
    );
    expect(lines).toContain('Left out: no Java 17.');
    expect(lines.at(-1)).toBe('1 passed, 0 failed');
    expect(allPassed).toBe(true);
  });
});
