import { __, sprintf } from '@wordpress/i18n';
import { getOrderUsage } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { UsageNote } from '../../../../components/mapping/OrdersCount';
import { Message } from '../../../../components/Message';
import type { OrderUsage } from '../../../../schemas/mapping';
import type { Settings } from '../../../../schemas/settings';

type UnmappedMethodsProps = { settings: Settings; href: string };

/** No dry run says it: the documents of such orders are made, only their payments stop. */
export function UnmappedMethods( { settings, href }: UnmappedMethodsProps ) {
	const usage = useResource( getOrderUsage );
	const { resource } = usage;
	if ( resource.status === 'error' ) {
		return <UsageNote usage={ usage } />;
	}
	const names =
		resource.status === 'ready'
			? unmappedNames( resource.data, settings )
			: [];
	return names.length === 0 ? null : (
		<Message status="warning">
			<p>
				{ sprintf(
					/* translators: %s: names of ways to pay in the shop. */
					__(
						'Payments of orders like your recent ones will stop, because these ways to pay have no payment method in Sellsy yet: %s. The invoices themselves are not held up.',
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

const unmappedNames = (
	{ gateways }: OrderUsage,
	{ payments: { methods } }: Settings
): string[] =>
	gateways
		.filter(
			( { id, orders } ) =>
				orders > 0 &&
				! methods.some( ( { gateway } ) => gateway === id )
		)
		.map( ( { id, title } ) =>
			id === UNNAMED
				? __( 'orders that name none', 'orderinvoicer' )
				: title || id
		);
