import { Answered, WITHOUT_EFFECT } from '../../../find/Answered';
import type { SettingsForm } from '../../../settings/useSettings';

export { CountedOutcome } from './CountedOutcome';
export { FreeOrders } from './FreeOrders';
export { SplitSales } from './SplitSales';

/** What older releases asked for. */
export const Kept = ( { form }: { form: SettingsForm } ) => (
	<Answered form={ form } names={ WITHOUT_EFFECT } />
);
export { SellsyListsState } from './SellsyListsState';
