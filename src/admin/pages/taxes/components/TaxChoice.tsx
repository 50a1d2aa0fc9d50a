import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import {
	ProposedNote,
	proposalText,
} from '../../../../components/mapping/preselected';
import type { SellsyTax } from '../../../../generated/schemas';
import type { ListState } from '../taxState';
import type { MappingRow } from '../useTaxes';

type TaxChoiceProps = {
	/** Names the field for those who do not see what stands beside it. */
	label: string;
	row: Pick<
		MappingRow< unknown >,
		'taxId' | 'options' | 'proposal' | 'isProposed'
	> & {
		/** Offered too, and said not to fit. */
		others?: SellsyTax[];
	};
	taxes: SellsyTax[];
	list: ListState;
	onChange: ( taxId: number | null ) => void;
	/** Offered where nothing at Sellsy fits. */
	onCreate?: () => void;
	/** False where no tax would, whatever Sellsy has. */
	canFit?: boolean;
};

export function TaxChoice( props: TaxChoiceProps ) {
	const { label, row, taxes, list, onChange } = props;
	return (
		<div className="orderinvoicer-stack orderinvoicer-stack--tight">
			<SelectField
				label={ label }
				hideLabelFromVision
				value={ row.taxId === null ? '' : String( row.taxId ) }
				disabled={ list === 'reading' }
				options={ optionsOf( row, taxes, list ) }
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
	row: { proposal, options, taxId, isProposed },
	taxes,
	list,
	onChange,
	onCreate,
	canFit = true,
}: TaxChoiceProps ) {
	if ( list !== 'known' ) {
		return list === 'reading' && taxId === null ? <Reading /> : null;
	}
	if ( isProposed ) {
		return (
			<ProposedNote label={ label } onUndo={ () => onChange( null ) } />
		);
	}
	if ( proposal ) {
		return (
			<p className="orderinvoicer-proposal">
				{ proposalText(
					labelOf( proposal.taxId, taxes, list ),
					proposal.confidence === 'certain'
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
		taxId === null && canFit && <NothingFits />
	);
}

/** Keeps the place of what is proposed, so that nothing moves when it comes. */
const Reading = () => (
	<p className="orderinvoicer-muted">
		{ __( 'Reading from Sellsy…', 'orderinvoicer' ) }
	</p>
);

const NothingFits = () => (
	<p className="orderinvoicer-warning">
		{ __(
			'Sellsy has no active tax that fits. Create it in Sellsy (Settings › Taxes), then read the taxes again.',
			'orderinvoicer'
		) }
	</p>
);

function optionsOf(
	{ taxId, options, others = [] }: TaxChoiceProps[ 'row' ],
	taxes: SellsyTax[],
	list: ListState
) {
	const ids = options.map( ( { id } ) => id );
	const unfit = others.map( ( { id } ) => id );
	const shown =
		taxId === null || [ ...ids, ...unfit ].includes( taxId )
			? ids
			: [ ...ids, taxId ];
	return [
		{ value: '', label: __( 'Not set', 'orderinvoicer' ) },
		...shown.map( ( id ) => ( {
			value: String( id ),
			label: labelOf( id, taxes, list ),
		} ) ),
		...others.map( ( { id, label } ) => ( {
			value: String( id ),
			label: sprintf(
				/* translators: %s: name of a tax at Sellsy. */
				__( '%s (does not fit)', 'orderinvoicer' ),
				label
			),
		} ) ),
	];
}

function labelOf( id: number, taxes: SellsyTax[], list: ListState ): string {
	const tax = taxes.find( ( { id: taxId } ) => taxId === id );
	if ( ! tax && list !== 'known' ) {
		return sprintf(
			/* translators: %d: number of an object at Sellsy. */
			__( 'No. %d at Sellsy', 'orderinvoicer' ),
			id
		);
	}
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
