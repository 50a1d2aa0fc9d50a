import { __, _n, sprintf } from '@wordpress/i18n';
import { Section } from '../../../../components/Section';
import { formatCount, formatPercent } from '../../../../i18n/format';
import type { SellsyTax } from '../../../../schemas/sellsy';
import type { ShopTaxRate } from '../../../../schemas/shop';
import type { MappingRow } from '../useTaxes';
import { TaxChoice } from './TaxChoice';

type RatesSectionProps = {
	rows: Array< MappingRow< ShopTaxRate > >;
	taxes: SellsyTax[];
	onChange: ( rateId: number, taxId: number | null ) => void;
};

export function RatesSection( { rows, taxes, onChange }: RatesSectionProps ) {
	return (
		<Section
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
				<ul className="orderinvoicer-mapping">
					{ rows.map( ( row ) => (
						<RateRow
							key={ row.subject.id }
							row={ row }
							taxes={ taxes }
							onChange={ onChange }
						/>
					) ) }
				</ul>
			) }
		</Section>
	);
}

type RateRowProps = Omit< RatesSectionProps, 'rows' > & {
	row: MappingRow< ShopTaxRate >;
};

function RateRow( { row, taxes, onChange }: RateRowProps ) {
	const { subject: rate } = row;
	const name = nameOf( rate );
	return (
		<li className="orderinvoicer-mapping__row">
			<div>
				<strong>{ name }</strong>
				<p className="orderinvoicer-muted">{ detailOf( rate ) }</p>
			</div>
			<TaxChoice
				label={ sprintf(
					/* translators: %s: name and percentage of a tax rate of the shop. */
					__( 'Sellsy tax for %s', 'orderinvoicer' ),
					name
				) }
				row={ row }
				taxes={ taxes }
				onChange={ ( taxId ) => onChange( rate.id, taxId ) }
			/>
		</li>
	);
}

/** Many labels name their percentage already. */
function nameOf( { label, percent }: ShopTaxRate ): string {
	const isNamed = label
		.replace( ',', '.' )
		.includes( `${ Number( percent ) }` );
	return isNamed ? label : `${ label } – ${ formatPercent( percent ) }`;
}

const detailOf = ( rate: ShopTaxRate ): string =>
	[
		rate.country || __( 'All countries', 'orderinvoicer' ),
		rate.class || __( 'Standard', 'orderinvoicer' ),
		ordersText( rate.orders_recent ),
	].join( ' · ' );

export const ordersText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of orders. */
		_n( '%s recent order', '%s recent orders', count, 'orderinvoicer' ),
		formatCount( count )
	);
