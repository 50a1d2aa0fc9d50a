import { __, sprintf } from '@wordpress/i18n';
import { type Place, PROBLEMS } from '../generated/problems';
import type { ProblemGroup } from '../generated/schemas';
import { hrefOf } from './useRoute';

/** Where a cause is mended, one click away. */
export type Fix = { href: string; label: string };

type Code = Pick< ProblemGroup, 'code' >;

const taxes = (): Fix => ( {
	href: hrefOf( 'taxes' ),
	label: __( 'Open the taxes', 'orderinvoicer' ),
} );
const rateCategory = (): Fix => ( {
	href: hrefOf( 'documents' ),
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
	payments: () => ( {
		href: hrefOf( 'payments' ),
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
	const place = placeOfFix( group );
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
