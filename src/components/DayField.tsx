import { useState } from '@wordpress/element';
import { TextField } from './fields';

type DayFieldProps = {
	label: string;
	day: string;
	onDay: ( day: string ) => void;
};

/** WooCommerce is younger: an earlier year is one that is being typed, digit by digit. */
const FIRST_DAY = '2000-01-01';

export function DayField( { label, day, onDay }: DayFieldProps ) {
	const [ typed, setTyped ] = useDraft( day );
	return (
		<TextField
			type="date"
			label={ label }
			value={ typed }
			onChange={ ( next ) => {
				setTyped( next );
				if ( next === '' || next >= FIRST_DAY ) {
					onDay( next );
				}
			} }
		/>
	);
}

/** What is typed and does not count yet; another address takes its place. */
export function useDraft( value: string ) {
	const [ seen, setSeen ] = useState( value );
	const [ draft, setDraft ] = useState( value );
	if ( seen !== value ) {
		setSeen( value );
		setDraft( value );
	}
	return [ draft, setDraft ] as const;
}
