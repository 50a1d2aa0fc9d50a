export { CountedOutcome } from './CountedOutcome';
export { FreeOrders } from './FreeOrders';
export { SellsyListsTrouble } from './SellsyListsTrouble';
export { SplitSales } from './SplitSales';
