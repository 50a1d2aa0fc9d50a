import { __ } from '@wordpress/i18n';
import { CheckField, TextField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import type { Shop } from '../../../../generated/schemas';
import { kindWord } from '../../../settings/kinds';
import { type Choice, FILLED_KINDS, soldStatuses, toggled } from '../choice';

type ChoiceFieldsProps = {
	choice: Choice;
	shop: Shop;
	onChange: ( change: Partial< Choice > ) => void;
};

export function ChoiceFields( { choice, shop, onChange }: ChoiceFieldsProps ) {
	return (
		<>
			<TextField
				label={ __( 'First day', 'orderinvoicer' ) }
				type="date"
				value={ choice.from }
				onChange={ ( from ) => onChange( { from } ) }
				className="orderinvoicer-short"
			/>
			<TextField
				label={ __( 'Last day', 'orderinvoicer' ) }
				help={ __(
					'The day on which the orders were placed counts.',
					'orderinvoicer'
				) }
				type="date"
				value={ choice.to }
				onChange={ ( to ) => onChange( { to } ) }
				className="orderinvoicer-short"
			/>
			<Checks
				legend={ __( 'Order statuses', 'orderinvoicer' ) }
				options={ soldStatuses( shop ).map( ( { slug, label } ) => ( {
					value: slug,
					label,
				} ) ) }
				chosen={ choice.statuses }
				onChange={ ( statuses ) => onChange( { statuses } ) }
			/>
			<Checks
				legend={ __( 'Documents to make', 'orderinvoicer' ) }
				options={ FILLED_KINDS.map( ( kind ) => ( {
					value: kind,
					label: kindWord( kind ),
				} ) ) }
				chosen={ choice.kinds }
				onChange={ ( kinds ) => onChange( { kinds } ) }
			/>
			<CheckField
				label={ __( 'Leave everything as a draft', 'orderinvoicer' ) }
				help={ __(
					'Recommended: look at the drafts in Sellsy before they become final.',
					'orderinvoicer'
				) }
				checked={ choice.drafts }
				onChange={ ( drafts ) => onChange( { drafts } ) }
			/>
			{ ! choice.drafts && <NoDraftsMessage /> }
		</>
	);
}

export function NoDraftsMessage() {
	return (
		<Message status="warning">
			<p>
				{ __(
					'Documents will become final and be e-mailed as set under Documents, for old orders too. This cannot be undone: a final invoice keeps its number and can only be credited.',
					'orderinvoicer'
				) }
			</p>
		</Message>
	);
}

type ChecksProps< T extends string > = {
	legend: string;
	options: ReadonlyArray< { value: T; label: string } >;
	chosen: readonly T[];
	onChange: ( chosen: T[] ) => void;
};

function Checks< T extends string >( {
	legend,
	options,
	chosen,
	onChange,
}: ChecksProps< T > ) {
	return (
		<fieldset className="orderinvoicer-chosen">
			<legend>{ legend }</legend>
			{ options.map( ( { value, label } ) => (
				<CheckField
					key={ value }
					label={ label }
					checked={ chosen.includes( value ) }
					onChange={ ( isChosen ) =>
						onChange( toggled( chosen, value, isChosen ) )
					}
				/>
			) ) }
		</fieldset>
	);
}
