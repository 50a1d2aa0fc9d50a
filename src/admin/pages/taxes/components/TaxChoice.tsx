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
	/** Offered where nothing at Sellsy fits. */
	onCreate?: () => void;
};

export function TaxChoice( props: TaxChoiceProps ) {
	const { label, row, taxes, onChange } = props;
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
			<Hint { ...props } />
		</div>
	);
}

function Hint( {
	label,
	row: { proposal, options, taxId },
	taxes,
	onChange,
	onCreate,
}: TaxChoiceProps ) {
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
					onClick={ () => onChange( proposal.taxId ) }
				>
					{ __( 'Use it', 'orderinvoicer' ) }
				</Button>
			</p>
		);
	}
	if ( options.length > 0 ) {
		return null;
	}
	return onCreate ? (
		<p className="orderinvoicer-warning">
			{ __( 'Sellsy has no active tax that fits.', 'orderinvoicer' ) }{ ' ' }
			<Button
				variant="link"
				onClick={ onCreate }
				aria-label={ sprintf(
					/* translators: %s: name of a field, such as "Sellsy tax for TVA 20 %". */
					__( 'Create it at Sellsy: %s', 'orderinvoicer' ),
					label
				) }
			>
				{ __( 'Create it at Sellsy…', 'orderinvoicer' ) }
			</Button>
		</p>
	) : (
		taxId === null && <NothingFits />
	);
}

const NothingFits = () => (
	<p className="orderinvoicer-warning">
		{ __(
			'Sellsy has no active tax that fits. Create it in Sellsy (Settings › Taxes), then read the taxes again.',
			'orderinvoicer'
		) }
	</p>
);

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
