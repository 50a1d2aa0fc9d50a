import { __ } from '@wordpress/i18n';
import { RadioField, TextField } from '../../../../components/fields';
import type { Kind } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { finaliseChoice, type FinaliseKind, finaliseOf } from '../choices';

type FinaliseFieldsProps = { kind: Kind; form: SettingsForm };

export const FIRST_HOURS = '24';

export function FinaliseFields( { kind, form }: FinaliseFieldsProps ) {
	const { kind: way, hours } = finaliseChoice( form.value[ kind ].finalise );
	const set = ( next: FinaliseKind, number: string ) =>
		form.editGroup( kind, { finalise: finaliseOf( next, number ) } );
	return (
		<>
			<div
				className="orderinvoicer-setting"
				data-setting={ `${ kind }.finalise` }
			>
				<RadioField
					label={ __( 'It becomes final', 'orderinvoicer' ) }
					help={ finalHelp( kind ) }
					value={ way }
					options={ ways() }
					onChange={ ( next ) => set( next, hours || FIRST_HOURS ) }
				/>
			</div>
			{ way === 'hours' && (
				<TextField
					label={ __( 'Hours', 'orderinvoicer' ) }
					type="number"
					min={ 1 }
					max={ 720 }
					error={ form.errors[ `${ kind }.finalise` ] }
					value={ hours }
					onChange={ ( number ) => set( 'hours', number ) }
					className="orderinvoicer-short"
				/>
			) }
		</>
	);
}

const finalHelp = ( kind: Kind ): string =>
	kind === 'creditnote'
		? __(
				'Only a final credit note can be set against its invoice.',
				'orderinvoicer'
			)
		: __(
				'A final invoice keeps its number: a mistake is put right by a credit note. A draft made under “By hand” stays one until you make it final.',
				'orderinvoicer'
			);

export const ways = (): Array< {
	value: FinaliseKind;
	label: string;
	description: string;
} > => [
	{
		value: 'manual',
		label: __( 'By hand', 'orderinvoicer' ),
		description: __(
			'You check each draft in Sellsy or on the order. Best while you try things out.',
			'orderinvoicer'
		),
	},
	{
		value: 'at_once',
		label: __( 'At once', 'orderinvoicer' ),
		description: __(
			'As soon as it is made and its total agrees with the order.',
			'orderinvoicer'
		),
	},
	{
		value: 'mapping',
		label: __( 'With the status of the order', 'orderinvoicer' ),
		description: __(
			'Which one, you choose under Statuses; completed, to begin with.',
			'orderinvoicer'
		),
	},
	{
		value: 'hours',
		label: __( 'Some hours later', 'orderinvoicer' ),
		description: __(
			'Time to correct the draft in Sellsy.',
			'orderinvoicer'
		),
	},
];
