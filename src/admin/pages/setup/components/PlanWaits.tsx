import { __ } from '@wordpress/i18n';
import { ResourceView } from '../../../../components/ResourceView';
import type { PlanSources } from '../plan';

/** What is still being read, or could not be. */
export function PlanWaits( { lists, shop }: PlanSources ) {
	return (
		<ResourceView
			view={ lists.sellsy }
			loadingLabel={ __(
				'Reading what your Sellsy account offers…',
				'orderinvoicer'
			) }
		>
			{ () => (
				<ResourceView
					view={ shop }
					loadingLabel={ __( 'Reading the shop…', 'orderinvoicer' ) }
				>
					{ () => null }
				</ResourceView>
			) }
		</ResourceView>
	);
}
