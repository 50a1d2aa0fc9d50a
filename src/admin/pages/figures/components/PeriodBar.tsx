import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { SelectField, TextField } from '../../../../components/fields';
import type { Days } from '../../../../generated/schemas';
import {
	type Choice,
	choiceOf,
	CHOICES,
	choiceWord,
	daysOf,
	today,
} from '../periods';

type PeriodBarProps = { days: Days; onDays: ( days: Days ) => void };

const OWN = 'own';

/** A choice, or two days of one's own. */
export function PeriodBar( { days, onDays }: PeriodBarProps ) {
	const now = today();
	const choice = choiceOf( days, now );
	const [ isOwn, setOwn ] = useState( choice === null );
	const chosen = isOwn || choice === null ? OWN : choice;
	const choose = ( value: string ) => {
		const next = CHOICES.find( ( one: Choice ) => one === value );
		setOwn( next === undefined );
		if ( next ) {
			onDays( daysOf( next, now ) );
		}
	};
	return (
		<div className="orderinvoicer-figures__period">
			<SelectField
				label={ __( 'Period', 'orderinvoicer' ) }
				value={ chosen }
				options={ [
					...CHOICES.map( ( value ) => ( {
						value,
						label: choiceWord( value ),
					} ) ),
					{
						value: OWN,
						label: __( 'Other days', 'orderinvoicer' ),
					},
				] }
				onChange={ choose }
			/>
			{ chosen === OWN && <OwnDays days={ days } onDays={ onDays } /> }
		</div>
	);
}

/** A day that is still being typed is no day yet. */
function OwnDays( { days, onDays }: PeriodBarProps ) {
	const change = ( next: Days ) => {
		if ( next.from !== '' && next.until !== '' ) {
			onDays(
				next.from <= next.until
					? next
					: { from: next.until, until: next.from }
			);
		}
	};
	return (
		<>
			<TextField
				type="date"
				label={ __( 'From', 'orderinvoicer' ) }
				value={ days.from }
				onChange={ ( from ) => change( { ...days, from } ) }
			/>
			<TextField
				type="date"
				label={ __( 'Until', 'orderinvoicer' ) }
				value={ days.until }
				onChange={ ( until ) => change( { ...days, until } ) }
			/>
		</>
	);
}
