import { __, sprintf } from '@wordpress/i18n';
import { getOrderUsage, getPaymentMethods } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { UsageNote } from '../../../../components/mapping/OrdersCount';
import { soldNothing } from '../../../../components/mapping/state';
import { Message } from '../../../../components/Message';
import type { OrderUsage } from '../../../../schemas/mapping';
import type { PaymentMethods } from '../../../../schemas/payments';
import type { Settings } from '../../../../schemas/settings';
import { gatewayRows, methodState } from '../../payments/methods';

type UnmappedMethodsProps = { settings: Settings; href: string };

/** No dry run says it: the documents of such orders are made, only their payments stop. */
export function UnmappedMethods( { settings, href }: UnmappedMethodsProps ) {
	const usage = useResource( getOrderUsage );
	const lists = useResource( getPaymentMethods );
	const { resource } = usage;
	if ( resource.status === 'error' ) {
		return <UsageNote usage={ usage } />;
	}
	const names =
		resource.status === 'ready' && lists.resource.status !== 'loading'
			? unmappedNames(
					resource.data,
					lists.resource.status === 'ready'
						? lists.resource.data
						: UNREAD,
					settings
				)
			: [];
	return names.length === 0 ? null : (
		<Message status="warning">
			<p>
				{ sprintf(
					/* translators: %s: names of ways to pay in the shop. */
					__(
						'Payments will stop, because these ways to pay have no payment method in Sellsy yet: %s. The invoices themselves are not held up.',
						'orderinvoicer'
					),
					names.join( ', ' )
				) }{ ' ' }
				<a href={ href }>
					{ __( 'Put right under Payments', 'orderinvoicer' ) }
				</a>
			</p>
		</Message>
	);
}

/** As `Domain\Settings\PaymentSettings` calls orders that name no gateway. */
const UNNAMED = 'unnamed';

/** Then what orders used is all that is known. */
const UNREAD: PaymentMethods = {
	gateways: [],
	methods: [],
	proposals: [],
	problem: null,
};

function unmappedNames(
	{ gateways, orders }: OrderUsage,
	lists: PaymentMethods,
	{ payments: { methods } }: Settings
): string[] {
	const ordersOf = ( gateway: string ) =>
		gateways.find( ( { id } ) => id === gateway )?.orders ?? 0;
	return gatewayRows( methods, lists, gateways )
		.filter(
			( row ) =>
				methodState(
					row,
					lists,
					ordersOf( row.gateway ),
					soldNothing( [ orders ] )
				) === 'unmapped'
		)
		.map( ( { gateway, title } ) =>
			gateway === UNNAMED
				? __( 'orders that name none', 'orderinvoicer' )
				: title
		);
}
