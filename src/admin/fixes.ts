import { __, sprintf } from '@wordpress/i18n';
import { type Place, PROBLEMS } from '../generated/problems';
import type { ProblemGroup } from '../generated/schemas';
import { hrefOf, type Tab } from './useRoute';

/** Where a cause is mended, one click away. */
export type Fix = { href: string; label: string };

/** `effect`: of a row that stopped for it; a setting may be one of its kind of document. */
type Code = Pick< ProblemGroup, 'code' > & { effect?: string | undefined };

/** With the setting opened that mends it, where one does. */
function hrefOn( page: Tab, { code, effect }: Code ): string {
	const kind = effect?.match( /^create_(.+)/ )?.[ 1 ] ?? '{kind}';
	const place = PROBLEMS[ code ]?.setting?.replaceAll( '{kind}', kind );
	return place && ! place.includes( '{' ) ? `#/${ place }` : hrefOf( page );
}

const taxes = ( code: Code ): Fix => ( {
	href: hrefOn( 'taxes', code ),
	label: __( 'Open the taxes', 'orderinvoicer' ),
} );
const rateCategory = ( code: Code ): Fix => ( {
	href: hrefOn( 'documents', code ),
	label: __( 'Choose the rate category', 'orderinvoicer' ),
} );
const connection = (): Fix => ( {
	href: hrefOf( 'connection' ),
	label: __( 'Test the connection', 'orderinvoicer' ),
} );
const customers = ( { code }: Code ): Fix => ( {
	href: hrefOf( 'todo', { problem: code } ),
	label: __( 'Choose the customer', 'orderinvoicer' ),
} );

/** By the place where a problem is mended; what has none is mended in the order itself. */
const FIXES: Record< Place, ( problem: Code ) => Fix > = {
	taxes,
	rate_category: rateCategory,
	rules: ( code ) => ( {
		href: hrefOn( 'documents', code ),
		label: __( 'See your rules', 'orderinvoicer' ),
	} ),
	payments: ( code ) => ( {
		href: hrefOn( 'payments', code ),
		label: __( 'Choose the payment method', 'orderinvoicer' ),
	} ),
	split_sales: ( { code } ) => ( {
		href: hrefOf( 'todo', { problem: code } ),
		label: __( 'Say who invoices', 'orderinvoicer' ),
	} ),
	customer: customers,
	connection,
	old_interface: connection,
};

/** Null where it is mended in the order itself. */
export function placeOfFix( problem: Code ): Fix | null {
	const place = PROBLEMS[ problem.code ]?.place;
	return place ? FIXES[ place ]( problem ) : null;
}

/** Null where there are several orders to look at, or the only one is gone: they are linked anyway. */
export function fixOf( group: ProblemGroup ): Fix | null {
	const order = group.examples[ 0 ]?.order;
	const place = placeOfFix( {
		code: group.code,
		effect: group.examples[ 0 ]?.effect,
	} );
	if ( place ) {
		return place;
	}
	return group.orders > 1 || ! order?.edit_url
		? null
		: {
				href: order.edit_url,
				label: sprintf(
					/* translators: %s: number of an order. */
					__( 'Open order %s', 'orderinvoicer' ),
					order.number
				),
			};
}
