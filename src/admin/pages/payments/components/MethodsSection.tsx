import { Button } from '@wordpress/components';
import { useInstanceId } from '@wordpress/compose';
import { __ } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { LeftToCheck } from '../../../../components/mapping/LeftToCheck';
import {
	MappingTable,
	type MappingTableRow,
} from '../../../../components/mapping/MappingTable';
import {
	countedOrders,
	OrdersCount,
	UsageNote,
} from '../../../../components/mapping/OrdersCount';
import { soldNothing } from '../../../../components/mapping/soldNothing';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import type { OrderUsage, PaymentMethods } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { SellsyProblem } from '../../../status/SellsyProblem';
import { isUnconnected } from '../../../useSellsyLists';
import {
	type GatewayRow,
	gatewayRows,
	leftToCheck,
	methodState,
	withMethod,
	withCertain,
} from '../methods';
import { MethodChoice } from './MethodChoice';
import { Setting } from '../../../settings/Setting';

type MethodsSectionProps = {
	form: SettingsForm;
	lists: View< PaymentMethods >;
	/** Orders of the last twelve months. */
	usage: View< OrderUsage >;
};

export function MethodsSection( { lists, ...props }: MethodsSectionProps ) {
	return (
		<Section
			title={ __( 'Payment methods', 'orderinvoicer' ) }
			intro={ __(
				'How customers pay in the shop, and what that is called in Sellsy. A payment whose method is not set stops and names it; the invoice itself is not held up.',
				'orderinvoicer'
			) }
		>
			<ResourceView
				view={ lists }
				loadingLabel={ __(
					'Reading the payment methods of Sellsy…',
					'orderinvoicer'
				) }
			>
				{ ( data ) => (
					<Mapping
						{ ...props }
						data={ data }
						onRetry={ lists.reload }
					/>
				) }
			</ResourceView>
		</Section>
	);
}

type MappingProps = Omit< MethodsSectionProps, 'lists' > & {
	data: PaymentMethods;
	onRetry: () => void;
};

function Mapping( { form, data, usage, onRetry }: MappingProps ) {
	const { methods } = form.value.payments;
	const rows = gatewayRows(
		methods,
		data,
		usedGateways( usage ),
		form.saved.payments.methods
	);
	const proposed = withCertain( methods, rows );
	const left = leftToCheck( rows );
	const leftId = useInstanceId( Mapping, 'orderinvoicer-left-to-check' );
	const canPropose = ! isUnconnected( data.problem );
	const isNew = isNewShop( usage );
	const set = ( next: typeof methods ) =>
		form.editGroup( 'payments', { methods: next } );
	return (
		<>
			{ data.problem && (
				<SellsyProblem
					problem={ data.problem }
					missing={ __(
						'The payment methods of Sellsy could not be read. What you chose stays as it is.',
						'orderinvoicer'
					) }
					onRetry={ onRetry }
				/>
			) }
			{ canPropose && (
				<div className="orderinvoicer-actions">
					<Button
						variant="secondary"
						__next40pxDefaultSize
						disabled={ proposed === null }
						accessibleWhenDisabled
						aria-describedby={ left > 0 ? leftId : undefined }
						onClick={ () => proposed && set( proposed ) }
					>
						{ __( 'Use all certain proposals', 'orderinvoicer' ) }
					</Button>
					<LeftToCheck id={ leftId } count={ left } />
				</div>
			) }
			{ canPropose && isNew && rows.some( isToBeChosen ) && (
				<p>
					{ __(
						'No order was paid here in the last twelve months. Choose now which payment method of Sellsy stands for each way to pay that your shop offers, so that the first payment does not stop.',
						'orderinvoicer'
					) }
				</p>
			) }
			<Setting name="payments.methods">
				<MappingTable
					label={ __( 'Payment methods', 'orderinvoicer' ) }
					columns={ [
						__( 'Way to pay', 'orderinvoicer' ),
						__( 'Orders', 'orderinvoicer' ),
						__( 'Payment method of Sellsy', 'orderinvoicer' ),
					] }
					rows={ rows.map( ( row ) =>
						rowOf( row, data, usage, ( id ) =>
							set( withMethod( methods, row.gateway, id ) )
						)
					) }
				/>
			</Setting>
			<UsageNote usage={ usage } />
		</>
	);
}

const isNewShop = ( { resource }: View< OrderUsage > ): boolean =>
	resource.status === 'ready' && soldNothing( [ resource.data.orders ] );

const isToBeChosen = ( { isInUse, methodId }: GatewayRow ): boolean =>
	isInUse && methodId === null;

const usedGateways = ( { resource }: View< OrderUsage > ) =>
	resource.status === 'ready' ? resource.data.gateways : [];

function rowOf(
	row: GatewayRow,
	data: PaymentMethods,
	usage: View< OrderUsage >,
	onChange: ( methodId: number | null ) => void
): MappingTableRow {
	const { gateway, title } = row;
	const count = ( { gateways }: OrderUsage ) =>
		gateways.find( ( { id } ) => id === gateway )?.orders;
	const orders = countedOrders( usage, count );
	return {
		key: gateway,
		text: `${ title } ${ gateway }`,
		state: methodState( row, data, orders, isNewShop( usage ) ),
		orders,
		cells: [
			<strong key="name">{ title }</strong>,
			<OrdersCount key="orders" usage={ usage } count={ count } />,
			<MethodChoice
				key="method"
				row={ row }
				methods={ data.methods }
				onChange={ onChange }
			/>,
		],
	};
}
