import { dateI18n } from '@wordpress/date';
import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { byKind } from '../../../../generated/facts';
import { formatDay } from '../../../../i18n/format';
import { labelled } from '../../../../i18n/labels';
import { NO_EDITS } from '../../../settings/edits';
import { enabledKinds, KINDS, kindWord } from '../../../settings/kinds';
import type { SentenceProps } from '../types';
import { More, Sentence } from './Sentence';

const SETTING = KINDS.map( ( kind ) => `${ kind }.start_date` ).join( ' ' );

export function Since( { form, newest }: SentenceProps ) {
	const { value } = form;
	const on = enabledKinds( value );
	const days = new Set(
		( on.length > 0 ? on : KINDS ).map(
			( kind ) => value[ kind ].start_date
		)
	);
	const [ day = '' ] = days;
	return (
		<Sentence
			setting={ SETTING }
			title={ __( 'Since when', 'orderinvoicer' ) }
			effect={
				<>
					{ days.size === 1 && countsText( newest, day ) }{ ' ' }
					<More tab="orders">
						{ __( 'Older orders', 'orderinvoicer' ) }
					</More>
				</>
			}
		>
			{ days.size > 1 ? (
				<>
					{ on
						.map( ( kind ) =>
							labelled(
								kindWord( kind ),
								sinceWord( value[ kind ].start_date )
							)
						)
						.join( ', ' ) }{ ' ' }
					<More tab="documents">
						{ __( 'See Documents', 'orderinvoicer' ) }
					</More>
				</>
			) : (
				createInterpolateElement(
					/* translators: <day/> is a field for a date. */
					__( 'Orders count from <day/>', 'orderinvoicer' ),
					{
						day: (
							<input
								type="date"
								className="orderinvoicer-choice"
								aria-label={ __(
									'From which day do orders count?',
									'orderinvoicer'
								) }
								value={ day }
								onChange={ ( { target } ) =>
									form.editMore( {
										...NO_EDITS,
										...byKind( () => ( {
											start_date: target.value,
										} ) ),
									} )
								}
							/>
						),
					}
				)
			) }
		</Sentence>
	);
}

const sinceWord = ( day: string ): string =>
	day === '' ? __( 'no day yet', 'orderinvoicer' ) : formatDay( day );

const countsText = (
	newest: SentenceProps[ 'newest' ],
	day: string
): string => {
	if ( typeof newest === 'string' || day === '' ) {
		return '';
	}
	// In the shop's time zone, as start dates are.
	return dateI18n( 'Y-m-d', newest.created_at ) >= day
		? __( 'Your newest order counts.', 'orderinvoicer' )
		: __(
				'Your newest order is older: it does not count.',
				'orderinvoicer'
			);
};
