export { checkAgainst, checkAlone, checkPlant, type Sown } from './check-plant.ts';
export { nightly } from './nightly.ts';
export type { Kind, Plant } from './plants/kind.ts';
export { KINDS } from './plants/kinds.ts';
export { missInWords, sow } from './plants/sow.ts';
export { Random } from './random.ts';
export {
  CODEOWNERS,
  type Files,
  ROOT,
  type Sample,
  sampleRegistry,
  TODAY,
} from './sample-registry.ts';
