export { closeWriter } from './close/close-writer.ts';
export { type ContainmentOptions, DEFAULT_STEPS, decide, judge } from './decide.ts';
export { isEmpty } from './empty.ts';
export type { Opinion } from './judges/jury.ts';
export type { Obstacle, Place, Rejection, Side, Verdict } from './verdict.ts';
