import { expect, test } from 'vitest';
import { lessonText } from './lesson-words';

test('a lesson is told with its end', () => {
  expect(lessonText({ day: 'WEDNESDAY', startsAt: '10:05', minutes: 60 })).toBe('Wednesday 10:05 to 11:05');
  expect(lessonText({ day: 'MONDAY', startsAt: '09:40', minutes: 25, secondWeeksFrom: '2026-11-30' })).toBe(
    'Monday 09:40 to 10:05, every second week from Mon, 30 Nov 2026',
  );
});
