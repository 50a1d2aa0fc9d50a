export type Option< V extends string = string > = { value: V; label: string };

type ChoiceProps< V extends string > = {
	/** The question that it answers: what those hear who do not see the sentence. */
	label: string;
	value: V;
	options: ReadonlyArray< Option< V > >;
	onChange: ( value: V ) => void;
};

/** A native select inside its sentence. */
export function Choice< V extends string >( {
	label,
	value,
	options,
	onChange,
}: ChoiceProps< V > ) {
	return (
		<select
			className="orderinvoicer-choice"
			aria-label={ label }
			value={ value }
			onChange={ ( { target } ) => {
				const chosen = options.find(
					( option ) => option.value === target.value
				);
				if ( chosen ) {
					onChange( chosen.value );
				}
			} }
		>
			{ options.map( ( option ) => (
				<option key={ option.value } value={ option.value }>
					{ option.label }
				</option>
			) ) }
		</select>
	);
}

/** What is stored and not offered joins the list as it stands. */
export const withStored = (
	options: ReadonlyArray< Option >,
	value: string,
	label: string
): ReadonlyArray< Option > =>
	options.some( ( option ) => option.value === value )
		? options
		: [ ...options, { value, label } ];
