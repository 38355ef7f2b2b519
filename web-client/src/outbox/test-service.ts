import { vi } from 'vitest';

type Lesson = { subject: string; className: string; topic: string };
type Body = { query: string; variables: { input: { clientMutationId: string; version?: number; lesson: Lesson; text: string; at?: string } } };

const PERSON = { __typename: 'Person', id: 'person_maya', name: 'Maya' };
const ECT = { __typename: 'Person', id: 'person_eli', name: 'Eli' };

/** A service with one cycle, which can be out of reach, take a change without its reply arriving, and be changed by somebody else. */
export function createTestService() {
  const service = {
    reachable: true,
    /** Goes out of reach right after the next change arrived. */
    losesReply: false,
    signedIn: PERSON.id,
    mayStart: true,
    version: 1,
    shared: false,
    lesson: { subject: 'Science', className: '8B', topic: '' } as Lesson,
    evidence: [] as string[],
    /** What arrived, in its order, also when it came again. */
    heard: [] as { mutation: string; id: string }[],
    applied: new Set<string>(),
    changeLesson(part: Partial<Lesson>) {
      service.lesson = { ...service.lesson, ...part };
      service.version += 1;
    },
  };

  function cycle() {
    return {
      __typename: 'CoachingCycle',
      id: 'cycle_1',
      kind: 'INSTRUCTIONAL',
      phase: 'OBSERVE',
      version: service.version,
      lastSequence: service.version,
      can: ['OBSERVE'],
      startedAt: '2026-11-23T09:00:00Z',
      sharedAt: service.shared ? '2026-11-23T10:00:00Z' : null,
      closedAt: null,
      mentor: PERSON,
      ect: ECT,
      observation: {
        __typename: 'Observation',
        observedAt: '2026-11-23T09:00:00Z',
        lesson: { __typename: 'Lesson', ...service.lesson },
        evidence: service.evidence.map((text, index) => ({ __typename: 'EvidenceNote', id: `note_${index}`, at: '2026-11-23T09:05:00Z', text })),
        praise: [],
      },
      step: null,
      plan: null,
      session: null,
      rounds: [],
      followUp: null,
      reflection: null,
    };
  }

  const problem = (__typename: string, message: string) => ({ cycle: null, problems: [{ __typename, message, path: ['input'] }] });

  function change(mutation: string, { clientMutationId, version, lesson, text }: Body['variables']['input']) {
    service.heard.push({ mutation, id: clientMutationId });
    if (service.applied.has(clientMutationId)) return { cycle: cycle(), problems: [] };
    if (version !== undefined && version !== service.version) return problem('ConflictProblem', 'Somebody else changed this.');
    if (mutation === 'startCycle' && !service.mayStart) return problem('ValidationProblem', 'You have an open cycle with this ECT.');
    if (text === '') return problem('ValidationProblem', 'Enter what you saw.');
    if (mutation === 'describeLesson') service.lesson = lesson;
    if (mutation === 'recordEvidence') service.evidence = [...service.evidence, text];
    if (mutation === 'shareCycle') service.shared = true;
    service.version += 1;
    service.applied.add(clientMutationId);
    return { cycle: cycle(), problems: [] };
  }

  async function answer(url: string, init?: RequestInit) {
    if (!service.reachable) throw new TypeError('Failed to fetch');
    if (url.endsWith('/session')) return Response.json({ person: { ...PERSON, id: service.signedIn }, administrator: false });
    const { query, variables } = JSON.parse(String(init?.body)) as Body;
    const mutation = /^mutation[^{]*\{\s*(\w+)/.exec(query)?.[1];
    const data = mutation
      ? { [mutation]: { __typename: 'CyclePayload', ...change(mutation, variables.input) } }
      : { coachingCycle: cycle() };
    if (mutation && service.losesReply) {
      service.losesReply = service.reachable = false;
      throw new TypeError('Failed to fetch');
    }
    return Response.json({ data });
  }

  vi.stubGlobal('fetch', (url: string | URL | Request, init?: RequestInit) => answer(String(url instanceof Request ? url.url : url), init));
  return service;
}
