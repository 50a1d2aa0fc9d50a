import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount, formatTime } from '../../i18n/format';
import type { Doctor } from '../../generated/schemas';

/** The answer to the question of the title; what was not seen yet is said calmly, after it. */
export function Summary( doctor: Doctor ) {
	const { rights, looked_at: lookedAt } = doctor;
	return (
		<>
			<p>
				<strong>{ verdict( doctor ) }</strong>{ ' ' }
				{ lookedAt !== null &&
					sprintf(
						/* translators: %s: date and time. */
						__( 'Tried on %s.', 'orderinvoicer' ),
						formatTime( lookedAt )
					) }
			</p>
			{ rights.unseen.length > 0 && (
				<p>
					{ sprintf(
						/* translators: 1: what was not seen, such as "create invoices", 2: what shows it. */
						__(
							'Not seen done with this access yet: %1$s. %2$s',
							'orderinvoicer'
						),
						rights.unseen.join( ', ' ),
						rights.shown_by
					) }
				</p>
			) }
		</>
	);
}

function verdict( { answers, rights }: Doctor ): string {
	const otherwise = answers.filter( ( a ) => a.matters ).length;
	const isLacking = rights.missing.length > 0;
	if ( otherwise > 0 ) {
		return [
			isLacking ? '' : __( 'Your account can be used.', 'orderinvoicer' ),
			sprintf(
				/* translators: %s: number of things. */
				_n(
					'%s thing is otherwise than expected.',
					'%s things are otherwise than expected.',
					otherwise,
					'orderinvoicer'
				),
				formatCount( otherwise )
			),
			dealtWith( answers.filter( ( a ) => a.asks ).length, otherwise ),
		]
			.join( ' ' )
			.trim();
	}
	if ( answers.every( ( a ) => a.state === 'not-known' ) ) {
		return __( 'Nothing could be seen so far.', 'orderinvoicer' );
	}
	if ( isLacking ) {
		return __(
			'What could be tried all the same is fine.',
			'orderinvoicer'
		);
	}
	const isOpen =
		rights.unseen.length > 0 ||
		answers.some( ( a ) => a.state === 'not-known' && ! a.real );
	return isOpen
		? __(
				'Your account is fine in all that was tried: nothing stands in the way.',
				'orderinvoicer'
			)
		: __(
				'Your account is fine: nothing stands in the way.',
				'orderinvoicer'
			);
}

function dealtWith( asks: number, otherwise: number ): string {
	if ( asks === otherwise ) {
		return _n(
			'It needs you, as it says below.',
			'They need you, as it says below.',
			asks,
			'orderinvoicer'
		);
	}
	return asks === 0
		? __(
				'The plugin deals with it by itself, as it says below.',
				'orderinvoicer'
			)
		: sprintf(
				/* translators: %s: number of things. */
				_n(
					'%s of them needs you, as it says below; the plugin deals with the rest by itself.',
					'%s of them need you, as it says below; the plugin deals with the rest by itself.',
					asks,
					'orderinvoicer'
				),
				formatCount( asks )
			);
}
