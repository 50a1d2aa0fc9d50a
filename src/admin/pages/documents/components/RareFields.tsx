import { FreeOrdersSection } from './FreeOrdersSection';
import { HousekeepingSection } from './HousekeepingSection';
import { ReferencesSection } from './ReferencesSection';
import type { ShopCodeFieldProps } from './ShopCodeField';
import { SplitSalesSection } from './SplitSalesSection';

export const RareFields = ( { form, shop }: ShopCodeFieldProps ) => (
	<>
		<FreeOrdersSection form={ form } />
		<SplitSalesSection form={ form } />
		<ReferencesSection form={ form } shop={ shop } />
		<HousekeepingSection form={ form } />
	</>
);
