import { __, _n, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import {
	MappingTable,
	type MappingTableRow,
} from '../../../../components/mapping/MappingTable';
import {
	countedOrders,
	OrdersCount,
	UsageNote,
} from '../../../../components/mapping/OrdersCount';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type {
	OrderUsage,
	SellsyTax,
	ShopTaxRate,
} from '../../../../generated/schemas';
import { rateName, type WantedTax, wantedForRate } from '../creation';
import { type ListState, taxState } from '../taxState';
import type { MappingRow } from '../useTaxes';
import { TaxChoice } from './TaxChoice';

type RatesSectionProps = {
	rows: Array< MappingRow< ShopTaxRate > >;
	taxes: SellsyTax[];
	onChange: ( rateId: number, taxId: number | null ) => void;
	list: ListState;
	/** Orders of the last twelve months; without it those of the latest 50. */
	usage?: View< OrderUsage >;
	onCreate?: ( wanted: WantedTax ) => void;
};

export function RatesSection( props: RatesSectionProps ) {
	const { rows, usage } = props;
	return (
		<Section
			setting="tax_rates"
			title={ __( 'Tax rates of the shop', 'orderinvoicer' ) }
			intro={ __(
				'Each rate of WooCommerce becomes one tax of Sellsy. An order with a rate that is not set stops and names it.',
				'orderinvoicer'
			) }
		>
			{ rows.length === 0 ? (
				<p>
					{ __(
						'This shop has no tax rates. Add them under WooCommerce › Settings › Tax, or set the exemptions below.',
						'orderinvoicer'
					) }
				</p>
			) : (
				<MappingTable
					label={ __( 'Tax rates of the shop', 'orderinvoicer' ) }
					columns={ [
						__( 'Tax rate', 'orderinvoicer' ),
						__( 'Orders', 'orderinvoicer' ),
						__( 'Tax of Sellsy', 'orderinvoicer' ),
					] }
					rows={ rows.map( ( row ) => rowOf( row, props ) ) }
				/>
			) }
			{ usage && <UsageNote usage={ usage } /> }
		</Section>
	);
}

function rowOf(
	row: MappingRow< ShopTaxRate >,
	{ taxes, onChange, onCreate, usage, list }: RatesSectionProps
): MappingTableRow {
	const { subject: rate } = row;
	const name = rateName( rate.label, rate.percent );
	const detail = detailOf( rate );
	const count = ( { rates }: OrderUsage ) =>
		rates.find( ( r ) => r.rate_id === rate.id )?.orders;
	return {
		key: String( rate.id ),
		text: `${ name } ${ detail }`,
		state: taxState( row, taxes, list ),
		orders: usage && countedOrders( usage, count ),
		cells: [
			<div key="name">
				<strong>{ name }</strong>
				<p className="orderinvoicer-muted">{ detail }</p>
			</div>,
			usage ? (
				<OrdersCount key="orders" usage={ usage } count={ count } />
			) : (
				formatCount( rate.orders_recent )
			),
			<TaxChoice
				key="tax"
				label={ sprintf(
					/* translators: %s: name and percentage of a tax rate of the shop. */
					__( 'Sellsy tax for %s', 'orderinvoicer' ),
					name
				) }
				row={ row }
				taxes={ taxes }
				onChange={ ( taxId ) => onChange( rate.id, taxId ) }
				list={ list }
				{ ...( onCreate && {
					onCreate: () => onCreate( wantedForRate( rate, false ) ),
				} ) }
			/>,
		],
	};
}

const detailOf = ( rate: ShopTaxRate ): string =>
	[
		rate.country || __( 'All countries', 'orderinvoicer' ),
		rate.class_name || __( 'Standard', 'orderinvoicer' ),
	].join( ' · ' );

export const ordersText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of orders. */
		_n( '%s recent order', '%s recent orders', count, 'orderinvoicer' ),
		formatCount( count )
	);
