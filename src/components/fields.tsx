/** The form fields of this page: WordPress's own, in its present sizes and spacing. */
import {
	CheckboxControl,
	RadioControl,
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';

type Field = {
	label: string;
	help?: React.ReactNode;
	disabled?: boolean;
};

type TextFieldProps = Field & {
	value: string;
	onChange: ( value: string ) => void;
	type?: 'text' | 'password' | 'date' | 'number';
	/** Shown instead of the help, and announced with the field. */
	error?: string | undefined;
	maxLength?: number;
	min?: number | string | undefined;
	max?: number | string | undefined;
	autoComplete?: string;
	className?: string;
	required?: boolean;
};

export function TextField( {
	error,
	help,
	className,
	...props
}: TextFieldProps ) {
	const classes = [ className, error ? 'orderinvoicer-invalid' : '' ];
	return (
		<TextControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			spellCheck={ false }
			aria-invalid={ error !== undefined }
			className={ classes.filter( Boolean ).join( ' ' ) }
			help={ error ?? help }
			{ ...props }
		/>
	);
}

type TextAreaFieldProps = Field & {
	value: string;
	onChange: ( value: string ) => void;
	maxLength: number;
};

export function TextAreaField( props: TextAreaFieldProps ) {
	return <TextareaControl __nextHasNoMarginBottom rows={ 4 } { ...props } />;
}

type SelectFieldProps = Field & {
	value: string;
	options: ReadonlyArray< { value: string; label: string } >;
	onChange: ( value: string ) => void;
	hideLabelFromVision?: boolean;
};

export function SelectField( { options, ...props }: SelectFieldProps ) {
	return (
		<SelectControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			options={ [ ...options ] }
			{ ...props }
		/>
	);
}

export type RadioFieldProps< V extends string > = Field & {
	value: V;
	options: ReadonlyArray< { value: V; label: string; description?: string } >;
	onChange: ( value: V ) => void;
	hideLabelFromVision?: boolean;
};

export function RadioField< V extends string >( {
	value,
	options,
	onChange,
	...props
}: RadioFieldProps< V > ) {
	return (
		<RadioControl
			selected={ value }
			options={ [ ...options ] }
			onChange={ ( chosen ) => {
				const option = options.find( ( { value: v } ) => v === chosen );
				if ( option ) {
					onChange( option.value );
				}
			} }
			{ ...props }
		/>
	);
}

type CheckFieldProps = Field & {
	checked: boolean;
	onChange: ( checked: boolean ) => void;
};

export function CheckField( props: CheckFieldProps ) {
	return <CheckboxControl __nextHasNoMarginBottom { ...props } />;
}
