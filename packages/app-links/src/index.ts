export {placementFor, type PlacementLike, type Subject} from './placement.ts'
export {storeAddresses, type StoreAddresses} from './store-addresses.ts'
