export {startLantern, type RunningLantern} from './lantern.ts'
export {watchRequests} from './on-this-machine.ts'
export {administratorClient} from './session.ts'
export {startThrowAwayLake, type ThrowAwayLake} from './throw-away-lake.ts'
