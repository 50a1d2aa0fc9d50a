import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { confidenceWord } from '../../../../i18n/words';
import type { SellsyTax } from '../../../../schemas/sellsy';
import type { MappingRow } from '../useTaxes';

type TaxChoiceProps = {
	/** Names the field for those who do not see what stands beside it. */
	label: string;
	row: Pick< MappingRow< unknown >, 'taxId' | 'options' | 'proposal' >;
	taxes: SellsyTax[];
	onChange: ( taxId: number | null ) => void;
};

export function TaxChoice( { label, row, taxes, onChange }: TaxChoiceProps ) {
	return (
		<div className="orderinvoicer-stack orderinvoicer-stack--tight">
			<SelectField
				label={ label }
				hideLabelFromVision
				value={ row.taxId === null ? '' : String( row.taxId ) }
				options={ optionsOf( row, taxes ) }
				onChange={ ( chosen ) =>
					onChange( chosen === '' ? null : Number( chosen ) )
				}
			/>
			<Hint row={ row } taxes={ taxes } onUse={ onChange } />
		</div>
	);
}

type HintProps = Pick< TaxChoiceProps, 'row' | 'taxes' > & {
	onUse: ( taxId: number ) => void;
};

function Hint( {
	row: { proposal, options, taxId },
	taxes,
	onUse,
}: HintProps ) {
	if ( proposal ) {
		return (
			<p className="orderinvoicer-proposal">
				{ sprintf(
					/* translators: 1: name of a Sellsy tax, 2: how sure the proposal is. */
					__( 'Proposed: %1$s (%2$s).', 'orderinvoicer' ),
					labelOf( proposal.taxId, taxes ),
					confidenceWord( proposal.confidence )
				) }{ ' ' }
				<Button
					variant="link"
					onClick={ () => onUse( proposal.taxId ) }
				>
					{ __( 'Use it', 'orderinvoicer' ) }
				</Button>
			</p>
		);
	}
	return options.length === 0 && taxId === null ? (
		<p className="orderinvoicer-warning">
			{ __(
				'Sellsy has no active tax that fits. Create it in Sellsy (Settings › Taxes), then read the taxes again.',
				'orderinvoicer'
			) }
		</p>
	) : null;
}

function optionsOf(
	{ taxId, options }: TaxChoiceProps[ 'row' ],
	taxes: SellsyTax[]
) {
	const ids = options.map( ( { id } ) => id );
	const shown =
		taxId === null || ids.includes( taxId ) ? ids : [ ...ids, taxId ];
	return [
		{ value: '', label: __( 'Not set', 'orderinvoicer' ) },
		...shown.map( ( id ) => ( {
			value: String( id ),
			label: labelOf( id, taxes ),
		} ) ),
	];
}

function labelOf( id: number, taxes: SellsyTax[] ): string {
	const tax = taxes.find( ( { id: taxId } ) => taxId === id );
	if ( ! tax ) {
		return sprintf(
			/* translators: %d: number of a tax at Sellsy. */
			__( 'Tax no. %d (not at Sellsy any more)', 'orderinvoicer' ),
			id
		);
	}
	return tax.usable
		? tax.label
		: sprintf(
				/* translators: %s: name of a tax at Sellsy. */
				__( '%s (not active any more)', 'orderinvoicer' ),
				tax.label
			);
}
