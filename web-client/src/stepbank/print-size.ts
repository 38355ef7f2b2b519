type Sized = {
  why: string;
  criteria: readonly string[];
  models: ReadonlyArray<{ text: string }>;
  practice: ReadonlyArray<{ task: string; coach: string }>;
  pitfalls: readonly string[];
};

/** Letters small enough for a step to fit one A4 page, as large as they may be. */
export function printSize(step: Sized): string {
  const texts = [step.why, ...step.criteria, ...step.pitfalls, ...step.models.map((model) => model.text), ...step.practice.map((task) => task.task + task.coach)];
  const characters = texts.join(' ').length;
  if (characters < 3500) return '10pt';
  return characters < 6000 ? '8.5pt' : '7pt';
}
