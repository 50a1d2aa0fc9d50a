import { __, sprintf } from '@wordpress/i18n';
import { soldNothing } from '../../../../components/mapping/soldNothing';
import { Message } from '../../../../components/Message';
import type { Plan } from '../plan';
import { UnmappedMethods } from './UnmappedMethods';

type MissingProps = {
	plan: Plan;
	/** Where it is put right. */
	hrefOf: ( place: 'taxes' | 'payments' ) => string;
};

/** What will stop orders or payments. The dry run says some of it too, but can be left out. */
export function Missing( { plan, hrefOf }: MissingProps ) {
	const { settings } = plan;
	const texts = [ ratesText( plan ), roundingText( plan ) ].filter( Boolean );
	return (
		<>
			{ texts.length > 0 && (
				<Message status="warning">
					{ texts.map( ( text ) => (
						<p key={ text }>{ text }</p>
					) ) }
					<p>
						<a href={ hrefOf( 'taxes' ) }>
							{ __( 'Put right under Taxes', 'orderinvoicer' ) }
						</a>
					</p>
				</Message>
			) }
			{ settings.payments.enabled && (
				<UnmappedMethods
					settings={ settings }
					href={ hrefOf( 'payments' ) }
				/>
			) }
		</>
	);
}

function ratesText( { settings, shop }: Plan ): string {
	const isNewShop = soldNothing(
		shop.tax_rates.map( ( { orders_recent: orders } ) => orders )
	);
	const unmapped = shop.tax_rates.filter(
		( rate ) =>
			( rate.orders_recent > 0 || isNewShop ) &&
			! settings.tax_rates.some( ( { rate_id: id } ) => id === rate.id )
	);
	return unmapped.length === 0
		? ''
		: sprintf(
				/* translators: %s: names of tax rates. */
				__(
					'Orders with these tax rates will stop, because the rates have no tax in Sellsy yet: %s.',
					'orderinvoicer'
				),
				unmapped.map( ( { label } ) => label ).join( ', ' )
			);
}

/** A shop without VAT needs no such row. */
const roundingText = ( { settings, shop }: Plan ): string =>
	settings.rounding_tax_id === null && shop.tax_rates.length > 0
		? __(
				'The row “Rounding” has no tax yet. Orders whose total needs it will stop.',
				'orderinvoicer'
			)
		: '';
