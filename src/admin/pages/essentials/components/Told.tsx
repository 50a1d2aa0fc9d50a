import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { OwnerEmail } from '../../../../generated/schemas';
import type { SentenceProps } from '../types';
import { Choice } from './Choice';
import { More, Sentence } from './Sentence';

const STANDSTILL: OwnerEmail[ 'id' ] = 'orderinvoicer_standstill';
const DIGEST: OwnerEmail[ 'id' ] = 'orderinvoicer_digest';

type When = 'both' | 'standstill' | 'digest' | 'never';

const whenOf = ( isToldAtOnce: boolean, isToldDaily: boolean ): When => {
	if ( isToldAtOnce ) {
		return isToldDaily ? 'both' : 'standstill';
	}
	return isToldDaily ? 'digest' : 'never';
};

export function Told( { form, switches }: SentenceProps ) {
	const atOnce = switches.isOn( STANDSTILL );
	const daily = switches.isOn( DIGEST );
	const when = whenOf( atOnce ?? false, daily ?? false );
	const isKnown = atOnce !== null && daily !== null;
	return (
		<Sentence
			setting="digest_hour"
			title={ __( 'Who is told', 'orderinvoicer' ) }
			effect={
				<>
					{ isKnown && effectText( when, form, switches ) }{ ' ' }
					<More tab="emails">
						{ __( 'See E-mails', 'orderinvoicer' ) }
					</More>
				</>
			}
			recommended={ isKnown && when !== 'both' && bothWord() }
		>
			{ isKnown
				? createInterpolateElement(
						/* translators: <when/> is a choice such as "at a standstill and daily". */
						__( 'You are told <when/>', 'orderinvoicer' ),
						{
							when: (
								<Choice< When >
									label={ __(
										'When are you told?',
										'orderinvoicer'
									) }
									value={ when }
									options={ options() }
									onChange={ ( next ) => {
										switches.turn(
											STANDSTILL,
											next === 'both' ||
												next === 'standstill'
										);
										switches.turn(
											DIGEST,
											next === 'both' || next === 'digest'
										);
									} }
								/>
							),
						}
					)
				: __(
						'Who is told is set with the e-mails.',
						'orderinvoicer'
					) }
		</Sentence>
	);
}

const bothWord = (): string =>
	__( 'at a standstill and daily', 'orderinvoicer' );

const options = () => [
	{ value: 'both' as const, label: bothWord() },
	{
		value: 'standstill' as const,
		label: __( 'at a standstill alone', 'orderinvoicer' ),
	},
	{ value: 'digest' as const, label: __( 'daily alone', 'orderinvoicer' ) },
	{ value: 'never' as const, label: __( 'never', 'orderinvoicer' ) },
];

function effectText(
	when: When,
	{ value }: SentenceProps[ 'form' ],
	{ owner: { resource } }: SentenceProps[ 'switches' ]
): string {
	if ( when === 'never' ) {
		return __(
			'Nobody hears of an order that waits for you: look here yourself.',
			'orderinvoicer'
		);
	}
	const emails = resource.status === 'ready' ? resource.data.emails : [];
	const to = [
		...new Set( emails.map( ( { recipients } ) => recipients ) ),
	].filter( Boolean );
	return when === 'standstill'
		? sprintf(
				/* translators: %s: e-mail addresses. */
				__(
					'To %s, when no document can be made any more.',
					'orderinvoicer'
				),
				to.join( ', ' )
			)
		: sprintf(
				/* translators: 1: hour, such as 08:00, 2: e-mail addresses. */
				__(
					'At %1$s, to %2$s, on days on which an order waits for you.',
					'orderinvoicer'
				),
				`${ String( value.digest_hour ).padStart( 2, '0' ) }:00`,
				to.join( ', ' )
			);
}
