import type { Settings } from '../../generated/schemas';
import {
	CheckField,
	RadioField,
	type RadioFieldProps,
} from '../../components/fields';
import { editsOf, valueOf } from './usual';
import { Setting } from './Setting';
import type { SettingsDraft } from './useSettings';

type FlagsOf< T, Prefix extends string > = {
	[ K in keyof T & string ]: T[ K ] extends boolean
		? `${ Prefix }${ K }`
		: never;
}[ keyof T & string ];

type Group = 'payments' | 'refunds' | 'talk_back' | 'items';

/** Paths of what is on or off. */
type Flag =
	| FlagsOf< Settings, '' >
	| { [ G in Group ]: FlagsOf< Settings[ G ], `${ G }.` > }[ Group ];

type CheckSettingProps = {
	name: Flag;
	form: Pick< SettingsDraft, 'value' | 'editMore' >;
	label: string;
	help?: React.ReactNode;
	disabled?: boolean;
	/** Nothing to put back: the choice is asked for. */
	isAsked?: boolean;
	holds?: string;
	/** Where it changes more than itself. */
	onChange?: ( value: boolean ) => void;
};

export const CheckSetting = ( {
	name,
	form,
	isAsked = false,
	holds,
	onChange = ( value ) => form.editMore( editsOf( name, value ) ),
	...field
}: CheckSettingProps ) => (
	<Setting
		name={ name }
		label={ field.label }
		{ ...( holds && { holds } ) }
		{ ...( ! isAsked && { form } ) }
	>
		<CheckField
			checked={ valueOf( form.value, name ) === true }
			onChange={ onChange }
			{ ...field }
		/>
	</Setting>
);

type RadioSettingProps< V extends string > = RadioFieldProps< V > &
	Pick< CheckSettingProps, 'form' | 'isAsked' > & { name: string };

export const RadioSetting = < V extends string >( {
	name,
	form,
	isAsked = false,
	...field
}: RadioSettingProps< V > ) => (
	<Setting
		name={ name }
		label={ field.label }
		{ ...( ! isAsked && { form } ) }
	>
		<RadioField { ...field } />
	</Setting>
);
