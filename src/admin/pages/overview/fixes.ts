import { __, sprintf } from '@wordpress/i18n';
import type { ProblemGroup } from '../../../schemas/overview';
import { hrefOf } from '../../useRoute';

/** Where a cause is mended, one click away. */
export type Fix = { href: string; label: string };

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
const customers = ( { code }: ProblemGroup ): Fix => ( {
	href: hrefOf( 'syncs', { state: 'attention', problem: code } ),
	label: __( 'Choose the customer', 'orderinvoicer' ),
} );

/** By `Domain\Failures\ProblemCode`; what is not here is mended in the order itself. */
const FIXES: Record< string, ( group: ProblemGroup ) => Fix > = {
	tax_unmapped: taxes,
	tax_percent_differs: taxes,
	tax_unusable: taxes,
	exemption_unmapped: taxes,
	rounding_tax_unset: taxes,
	rounding_over_cap: taxes,
	totals_differ: taxes,
	rate_category_unset: rateCategory,
	rate_category_unfit: rateCategory,
	payment_method_unset: () => ( {
		href: hrefOf( 'payments' ),
		label: __( 'Choose the payment method', 'orderinvoicer' ),
	} ),
	several_customers: customers,
	customer_other_kind: customers,
	unauthorized: connection,
	account_blocked: connection,
	v1_missing: connection,
	tries_used_up: connection,
};

/** Null where there are several orders to look at, or the only one is gone: they are linked anyway. */
export function fixOf( group: ProblemGroup ): Fix | null {
	const order = group.examples[ 0 ]?.order;
	const fix = FIXES[ group.code ]?.( group );
	if ( fix ) {
		return fix;
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
