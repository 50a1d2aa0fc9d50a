import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ShopCodeFieldProps } from './ShopCodeField';
import { FreeOrdersSection } from './FreeOrdersSection';
import { HousekeepingSection } from './HousekeepingSection';
import { ReferencesSection } from './ReferencesSection';
import { SplitSalesSection } from './SplitSalesSection';

/** What most shops never change, folded; a field that holds something wrong is seen. */
export function RareSections( { form, shop }: ShopCodeFieldProps ) {
	const [ isOpen, setOpen ] = useState( false );
	const isWrong = form.errors[ 'shop_code' ] !== undefined;
	return (
		<details
			className="orderinvoicer-more"
			open={ isOpen || isWrong }
			onToggle={ ( { currentTarget: details } ) => {
				// The browser has closed it already, and for React nothing has changed.
				details.open ||= isWrong;
				setOpen( details.open );
			} }
		>
			<summary>
				{ __(
					'More for all documents: free orders, shop code, deleting data',
					'orderinvoicer'
				) }
			</summary>
			<FreeOrdersSection form={ form } />
			<SplitSalesSection form={ form } />
			<ReferencesSection form={ form } shop={ shop } />
			<HousekeepingSection form={ form } />
		</details>
	);
}
