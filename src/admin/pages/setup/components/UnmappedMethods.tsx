import { __, sprintf } from '@wordpress/i18n';
import { getOrderUsage, getPaymentMethods } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { UsageNote } from '../../../../components/mapping/OrdersCount';
import { soldNothing } from '../../../../components/mapping/soldNothing';
import { Message } from '../../../../components/Message';
import type { OrderUsage } from '../../../../schemas/mapping';
import type { PaymentMethods } from '../../../../schemas/payments';
import type { Settings } from '../../../../schemas/settings';

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
						? lists.resource.data.gateways
						: [],
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

function unmappedNames(
	{ gateways: used, orders }: OrderUsage,
	offered: PaymentMethods[ 'gateways' ],
	{ payments: { methods } }: Settings
): string[] {
	const needed = soldNothing( [ orders ] )
		? offered.filter( ( gateway ) => gateway.in_use )
		: used.filter( ( gateway ) => gateway.orders > 0 );
	return needed
		.filter(
			( { id } ) => ! methods.some( ( { gateway } ) => gateway === id )
		)
		.map( ( { id, title } ) =>
			id === UNNAMED
				? __( 'orders that name none', 'orderinvoicer' )
				: title || id
		);
}
