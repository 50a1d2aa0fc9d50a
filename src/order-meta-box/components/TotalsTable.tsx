import { __, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../i18n/money';
import type { CreditNotePreview } from '../../generated/schemas';

type Totals = NonNullable< CreditNotePreview[ 'totals' ] >;
type TotalsTableProps = { totals: Totals; currency: string };
type Amounts = Pick< Totals, 'excl_tax' | 'vat' | 'incl_tax' >;

/** The name of each tax stands above its amounts: the column of the order screen is narrow. */
export function TotalsTable( { totals, currency }: TotalsTableProps ) {
	const group = ( name: string, amounts: Amounts, key: string | number ) => (
		<tbody key={ key }>
			<tr>
				<th scope="rowgroup" colSpan={ 3 }>
					{ name }
				</th>
			</tr>
			<tr>
				<td>{ formatMoney( amounts.excl_tax, currency ) }</td>
				<td>{ formatMoney( amounts.vat, currency ) }</td>
				<td>{ formatMoney( amounts.incl_tax, currency ) }</td>
			</tr>
		</tbody>
	);
	return (
		<>
			<table className="orderinvoicer-preview__totals">
				<caption>
					{ __( 'What the credit note would say', 'orderinvoicer' ) }
				</caption>
				<thead>
					<tr>
						<th scope="col">
							{ __( 'Excl. VAT', 'orderinvoicer' ) }
						</th>
						<th scope="col">{ __( 'VAT', 'orderinvoicer' ) }</th>
						<th scope="col">
							{ __( 'Incl. VAT', 'orderinvoicer' ) }
						</th>
					</tr>
				</thead>
				{ totals.taxes.map( ( tax, index ) =>
					group( tax.label, tax, index )
				) }
				{ group( __( 'Total', 'orderinvoicer' ), totals, 'total' ) }
			</table>
			{ /[1-9]/.test( totals.rounding ) && (
				<p>
					{ sprintf(
						/* translators: %s: amount of money. */
						__(
							'A row "Rounding" of %s is among them.',
							'orderinvoicer'
						),
						formatMoney( totals.rounding, currency )
					) }
				</p>
			) }
		</>
	);
}
