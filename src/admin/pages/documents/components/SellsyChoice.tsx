import { __ } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { type Choices, optionLabel } from '../choices';

type SellsyChoiceProps = {
	label: string;
	help?: string | undefined;
	disabled?: boolean;
	/** What null means. */
	emptyLabel: string;
	value: number | null;
	choices: Choices;
	onChange: ( id: number | null ) => void;
};

/** One of Sellsy's lists. What is set stays shown while the list cannot be read. */
export function SellsyChoice( {
	label,
	help,
	disabled = false,
	emptyLabel,
	value,
	choices,
	onChange,
}: SellsyChoiceProps ) {
	return (
		<SelectField
			label={ label }
			help={ choices.status === 'missing' ? choices.text : help }
			value={ value === null ? '' : String( value ) }
			disabled={ disabled || choices.status !== 'ready' }
			options={ [
				{
					value: '',
					label:
						choices.status === 'reading'
							? __( 'Reading from Sellsy…', 'orderinvoicer' )
							: emptyLabel,
				},
				...optionsOf( choices, value ),
			] }
			onChange={ ( chosen ) =>
				onChange( chosen === '' ? null : Number( chosen ) )
			}
		/>
	);
}

function optionsOf( choices: Choices, value: number | null ) {
	const items = choices.status === 'ready' ? choices.items : [];
	const options = items.map( ( { id, label } ) => ( {
		value: String( id ),
		label,
	} ) );
	const isListed = value === null || items.some( ( { id } ) => id === value );
	return isListed
		? options
		: [
				...options,
				{
					value: String( value ),
					label: optionLabel( choices, value ),
				},
			];
}
