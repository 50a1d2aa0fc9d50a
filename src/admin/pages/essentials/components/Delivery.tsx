import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';
import { NO_EDITS } from '../../../settings/edits';
import { type Way, wayOf, withWay } from '../../../settings/delivery';
import { shopEmailId } from '../../../settings/useEmailSwitches';
import type { SentenceProps } from '../types';
import { Choice, type Option } from './Choice';
import { More, Sentence } from './Sentence';

/** `own`: the shop's e-mail “Your invoice is available”. */
type Received = Way | 'own';

const OWN = shopEmailId( 'invoice' );

/** Each way by which customers get their invoice now. */
function waysOf( { form: { value }, switches }: SentenceProps ): Received[] {
	const way = wayOf( value );
	const ways: Received[] = [
		...( way === 'link' || way === 'pdf' ? [ way ] : [] ),
		...( value.invoice.email ? ( [ 'sellsy' ] as const ) : [] ),
		...( switches.isOn( OWN ) === true ? ( [ 'own' ] as const ) : [] ),
	];
	return ways.length > 0 ? ways : [ way ];
}

export function Delivery( props: SentenceProps ) {
	const ways = waysOf( props );
	const [ way = 'none' ] = ways;
	return (
		<Sentence
			setting="invoice.email creditnote.email shopper.kinds"
			title={ __( 'What the customer gets', 'orderinvoicer' ) }
			effect={ effectText( way, props ) }
			recommended={ ways.length === 1 && way === 'none' && linkWord() }
		>
			{ ways.length > 1 ? (
				<>
					{ sprintf(
						/* translators: %s: ways, such as "from Sellsy, by a link in the order’s e-mail". */
						__(
							'Your customer gets it in several ways: %s.',
							'orderinvoicer'
						),
						ways.map( wayWord ).join( ', ' )
					) }{ ' ' }
					<More tab="emails">
						{ __( 'See E-mails', 'orderinvoicer' ) }
					</More>
				</>
			) : (
				createInterpolateElement(
					/* translators: <how/> is a choice such as "by a link in the order’s e-mail". */
					__( 'Your customer gets it <how/>', 'orderinvoicer' ),
					{
						how: (
							<Choice< Received >
								label={ __(
									'How do customers get their invoice?',
									'orderinvoicer'
								) }
								value={ way }
								options={ options( way, props ) }
								onChange={ ( next ) => choose( next, props ) }
							/>
						),
					}
				)
			) }
		</Sentence>
	);
}

function choose( next: Received, { form, switches }: SentenceProps ) {
	form.editMore(
		withWay( NO_EDITS, next === 'own' ? 'page' : next, form.value )
	);
	for ( const kind of [ 'invoice', 'creditnote' ] as const ) {
		if ( switches.isOn( shopEmailId( kind ) ) !== null ) {
			switches.turn( shopEmailId( kind ), next === 'own' );
		}
	}
}

const linkWord = (): string => wayWord( 'link' );

function wayWord( way: Received ): string {
	switch ( way ) {
		case 'link':
			return __( 'by a link in the order’s e-mail', 'orderinvoicer' );
		case 'pdf':
			return __( 'as a PDF in the order’s e-mail', 'orderinvoicer' );
		case 'own':
			return __( 'by an e-mail of its own', 'orderinvoicer' );
		case 'sellsy':
			return __( 'from Sellsy', 'orderinvoicer' );
		case 'page':
			return __( 'without e-mail, with the order', 'orderinvoicer' );
		case 'none':
			return __( 'from me', 'orderinvoicer' );
	}
}

/** What cannot be had is offered where it is chosen already. */
function options(
	chosen: Received,
	{ form, switches, hasV1 }: SentenceProps
): Option< Received >[] {
	const isDraft = form.value.invoice.finalise !== 'at_once';
	const ways: Record< Received, boolean > = {
		link: true,
		pdf: ! isDraft,
		own: switches.isOn( OWN ) !== null,
		sellsy: hasV1 !== false,
		page: true,
		none: true,
	};
	const ORDER = [ 'link', 'pdf', 'own', 'sellsy', 'page', 'none' ] as const;
	return ORDER.filter( ( way ) => ways[ way ] || way === chosen ).map(
		( value ) => ( { value, label: wayWord( value ) } )
	);
}

function effectText(
	way: Received,
	{ form: { value } }: SentenceProps
): string {
	switch ( way ) {
		case 'link':
			return value.invoice.finalise === 'at_once'
				? __(
						'The e-mail of the order leads guests, too, to their invoice.',
						'orderinvoicer'
					)
				: __(
						'The e-mail of the order leads to the order, where the invoice stands once it is final.',
						'orderinvoicer'
					);
		case 'pdf':
			return sprintf(
				/* translators: %s: number of minutes. */
				__(
					'WooCommerce’s e-mail of the order waits for the invoice, %s minutes at most; without it, it leaves with a link.',
					'orderinvoicer'
				),
				formatCount( value.customer_emails.minutes )
			);
		case 'own':
			return __(
				'“Your invoice is available” leaves once the invoice is final.',
				'orderinvoicer'
			);
		case 'sellsy':
			return __(
				'With the template of your Sellsy account, once the invoice is final.',
				'orderinvoicer'
			);
		case 'page':
			return __(
				'In My account and on the confirmation page. No e-mail leads a guest there.',
				'orderinvoicer'
			);
		case 'none':
			return __(
				'The shop gives nobody an invoice: you send each one yourself.',
				'orderinvoicer'
			);
	}
}
