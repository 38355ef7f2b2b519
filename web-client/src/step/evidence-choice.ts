/** The notes of a drop-in, as far as a step may answer to one of them. */
export type EvidenceChoice = ReadonlyArray<{ id: string; at: string; text: string }>;
