import { __ } from '@wordpress/i18n';
import type { Kind, Settings, Shop } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { paymentsText, storyOf } from '../words';

type StoryListProps = {
	settings: Settings;
	shop: Shop;
	/** Nobody has said yet whether these become final by themselves. */
	open?: Kind[];
};

/** The documents in the order in which an order becomes them. */
export function StoryList( { settings, shop, open = [] }: StoryListProps ) {
	return (
		<ol className="orderinvoicer-story">
			{ storyOf( settings, shop, open ).map( ( { kind, lines } ) => (
				<li key={ kind }>
					<strong>{ kindWord( kind ) }</strong>
					{ lines.map( ( line ) => (
						<p key={ line }>{ line }</p>
					) ) }
				</li>
			) ) }
			{ settings.payments.enabled && (
				<li>
					<strong>{ __( 'Payments', 'orderinvoicer' ) }</strong>
					<p>{ paymentsText( settings, open ) }</p>
				</li>
			) }
		</ol>
	);
}
