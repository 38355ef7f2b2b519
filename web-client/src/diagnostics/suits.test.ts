import { describe, expect, it } from 'vitest';
import { fit, whyItSuits, type Suits } from './suits';

const model = (phase: Suits['phase'], subject: Suits['family']['subjects'][number], text = '') => ({ phase, subject, lesson: 'A lesson', text });
const science = { phase: 'PRIMARY', family: { text: 'Science', subjects: ['SCIENCE'] }, need: null } as unknown as Suits;
const classTeacher = { ...science, family: { text: 'Most', subjects: ['SCIENCE', 'ENGLISH'] } } as unknown as Suits;
const withNeed = { ...classTeacher, need: { id: 'reading', text: 'Reads slowly', words: ['with a reader'] } } as unknown as Suits;

describe('the model that suits', () => {
  it('fits by phase and subject, and by a need where those are level', () => {
    expect(fit(model('PRIMARY', 'SCIENCE'), science)).toBeGreaterThan(fit(model('PRIMARY', 'ENGLISH'), science));
    expect(fit(model('PRIMARY', 'ENGLISH', 'Sits With a reader.'), withNeed)).toBeGreaterThan(fit(model('PRIMARY', 'SCIENCE'), withNeed));
    expect(fit(model('SECONDARY', 'ENGLISH', 'with a reader'), withNeed)).toBeLessThan(fit(model('PRIMARY', 'SCIENCE'), withNeed));
  });

  it('says why', () => {
    expect(whyItSuits(model('PRIMARY', 'SCIENCE'), science, 'you')).toBe('because you teach primary science');
    expect(whyItSuits(model('PRIMARY', 'ENGLISH'), science, 'Sam')).toBe('because Sam teaches in a primary school');
    expect(whyItSuits(model('SECONDARY', 'SCIENCE'), science, 'you')).toBe('because you teach science');
    expect(whyItSuits(model('PRIMARY', 'SCIENCE', 'with a reader'), withNeed, 'you')).toBe(
      'because you teach in a primary school, and it speaks of a pupil who reads slowly',
    );
    expect(whyItSuits(model('SECONDARY', 'ARTS'), science, 'you')).toBeUndefined();
  });
});
