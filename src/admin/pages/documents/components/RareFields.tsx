import { Answered, WITHOUT_EFFECT } from '../../../find/Answered';
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

export const Kept = ( { form }: Pick< ShopCodeFieldProps, 'form' > ) => (
	<Answered form={ form } names={ WITHOUT_EFFECT } />
);
