import { __ } from '@wordpress/i18n';
import { Fold } from '../../../../components/Fold';
import { needsPerson } from '../../../../components/mapping/state';
import type { SellsyTax } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { type ListState, taxState } from '../taxState';
import type { MappingRow } from '../useTaxes';
import { TaxChoice } from './TaxChoice';

type RoundingSectionProps = {
	form: SettingsForm;
	row: MappingRow< 'rounding' >;
	taxes: SellsyTax[];
	list: ListState;
};

export function RoundingSection( {
	form,
	row,
	taxes,
	list,
}: RoundingSectionProps ) {
	return (
		<Fold
			holds="rounding_tax_id"
			title={ __( 'Rounding to the cent', 'orderinvoicer' ) }
			isNeeded={ needsPerson( { state: taxState( row, taxes, list ) } ) }
		>
			<p className="orderinvoicer-section__intro">
				{ __(
					'Sellsy works out VAT once per rate, on the total without tax. Some totals that customers pay cannot be reached that way: 29.97 at 20 % is one. The invoice then has a row “Rounding” of a few cents, under this exempt tax, so that its total is exactly what was paid.',
					'orderinvoicer'
				) }
			</p>
			<div className="orderinvoicer-mapping__row">
				<div>
					<strong>{ __( 'Row “Rounding”', 'orderinvoicer' ) }</strong>
					<p className="orderinvoicer-muted">
						{ __(
							'Only exempt taxes of category E may stand beside other rates in an e-invoice.',
							'orderinvoicer'
						) }
					</p>
				</div>
				<TaxChoice
					label={ __(
						'Exempt Sellsy tax for the row “Rounding”',
						'orderinvoicer'
					) }
					row={ row }
					taxes={ taxes }
					list={ list }
					onChange={ ( value ) =>
						form.edit( { rounding_tax_id: value } )
					}
				/>
			</div>
		</Fold>
	);
}
