import { __, sprintf } from '@wordpress/i18n';
import { getOrderUsage, getPaymentMethods } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { UsageNote } from '../../../../components/mapping/OrdersCount';
import { soldNothing } from '../../../../components/mapping/soldNothing';
import { Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import type { Settings } from '../../../../generated/schemas';

type UnmappedMethodsProps = { settings: Settings; href: string };

/** No dry run says it: the documents of such orders are made, only their payments stop. */
export function UnmappedMethods( props: UnmappedMethodsProps ) {
	const usage = useResource( getOrderUsage );
	const { resource } = usage;
	if ( resource.status === 'error' ) {
		return <UsageNote usage={ usage } />;
	}
	if ( resource.status === 'loading' ) {
		return null;
	}
	const { orders, gateways } = resource.data;
	return soldNothing( [ orders ] ) ? (
		<Offered { ...props } />
	) : (
		<Unmapped
			{ ...props }
			gateways={ gateways.filter( ( gateway ) => gateway.orders > 0 ) }
		/>
	);
}

/** Where no order tells what is used. */
function Offered( props: UnmappedMethodsProps ) {
	const view = useResource( getPaymentMethods );
	return (
		<ResourceView
			view={ view }
			loadingLabel={ __( 'Reading the ways to pay…', 'orderinvoicer' ) }
		>
			{ ( { gateways } ) => (
				<Unmapped
					{ ...props }
					gateways={ gateways.filter(
						( { in_use: isOffered } ) => isOffered
					) }
				/>
			) }
		</ResourceView>
	);
}

type UnmappedProps = UnmappedMethodsProps & {
	gateways: { id: string; title: string }[];
};

function Unmapped( { gateways, settings, href }: UnmappedProps ) {
	const { methods } = settings.payments;
	const names = gateways
		.filter(
			( { id } ) => ! methods.some( ( { gateway } ) => gateway === id )
		)
		.map( ( { id, title } ) =>
			id === UNNAMED
				? __( 'orders that name none', 'orderinvoicer' )
				: title || id
		);
	return names.length === 0 ? null : (
		<Message status="warning">
			<p>
				{ sprintf(
					/* translators: %s: names of ways to pay in the shop. */
					__(
						'Some payments will stop, because these ways to pay have no payment method in Sellsy yet: %s. The invoices themselves are not held up.',
						'orderinvoicer'
					),
					names.join( ', ' )
				) }{ ' ' }
				<a href={ href }>
					{ __( 'Choose the payment methods', 'orderinvoicer' ) }
				</a>
			</p>
		</Message>
	);
}

/** As `Domain\Settings\PaymentSettings` calls orders that name no gateway. */
const UNNAMED = 'unnamed';
