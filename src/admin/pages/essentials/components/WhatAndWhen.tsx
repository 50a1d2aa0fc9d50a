import { createInterpolateElement } from '@wordpress/element';
import { __, _n, _x, sprintf } from '@wordpress/i18n';
import { labelled } from '../../../../i18n/labels';
import { formatCount, formatMoney } from '../../../../i18n/format';
import type { Settings } from '../../../../generated/schemas';
import { enabledKinds, kindWord } from '../../../settings/kinds';
import { isAvailable } from '../../../settings/presets';
import { besidesTransfers } from '../../../settings/transfers';
import { hrefOfKind } from '../../../useRoute';
import { statusOptions, triggerChoice } from '../../documents/choices';
import type { DryDocument } from '../../orders/dryRun';
import type { SentenceProps, WhatProps } from '../types';
import type { Newest } from '../useNewest';
import {
	editsOf,
	offered,
	type What,
	whatOf,
	whatOfOthers,
	whatWord,
} from '../what';
import { Choice, type Option, withStored } from './Choice';
import { More, Sentence } from './Sentence';
import { Transfers } from './Transfers';

const SETTING = [
	'invoice.enabled',
	'invoice.trigger',
	'invoice.finalise',
	'invoice.email',
	'creditnote.enabled',
	'creditnote.finalise',
	'creditnote.email',
].join( ' ' );

export function WhatAndWhen( props: WhatProps ) {
	const { form, newest } = props;
	const own = whatOf( form.value );
	const what = own ?? whatOfOthers( form.value );
	const rules = countOf( besidesTransfers( form.value ) );
	return (
		<Sentence
			setting={ SETTING }
			title={ __( 'What and when', 'orderinvoicer' ) }
			effect={
				what === 'none' ? (
					nothingText()
				) : (
					<>
						{ effectText( newest ) }{ ' ' }
						{ own !== null && (
							<a href={ hrefOfKind( 'invoice' ) }>
								{ __(
									'By way to pay or country: add a rule',
									'orderinvoicer'
								) }
							</a>
						) }
					</>
				)
			}
			recommended={
				what === 'paid' &&
				form.value.invoice.trigger !== 'paid' &&
				__( 'paid', 'orderinvoicer' )
			}
			below={ what !== 'none' && <Transfers { ...props } /> }
		>
			{ what === null ? (
				<OwnRules { ...props } />
			) : (
				<>
					<Choices { ...props } what={ what } />
					{ own === null && rules > 0 && (
						<>
							{ ' ' }
							<More tab="documents">{ rulesText( rules ) }</More>
						</>
					) }
				</>
			) }
		</Sentence>
	);
}

/** Those of credit notes do not decide what an order becomes. */
const countOf = ( settings: Settings ): number =>
	enabledKinds( settings )
		.filter( ( kind ) => kind !== 'creditnote' )
		.reduce( ( count, kind ) => count + settings[ kind ].rules.length, 0 );

/** After "An order that is paid becomes an invoice". */
const rulesText = ( rules: number ): string =>
	sprintf(
		/* translators: %s: number of rules. */
		_n(
			'unless your rule (%s) says otherwise',
			'unless your rules (%s) say otherwise',
			rules,
			'orderinvoicer'
		),
		formatCount( rules )
	);

function OwnRules( { form }: SentenceProps ) {
	const kinds = enabledKinds( form.value );
	const rules = countOf( form.value );
	return (
		<>
			{ rules > 0
				? sprintf(
						/* translators: 1: number of rules, 2: kinds of document, such as Invoice, Proforma. */
						__(
							'Your own rules (%1$s) decide what an order becomes: %2$s.',
							'orderinvoicer'
						),
						formatCount( rules ),
						kinds.map( kindWord ).join( ', ' )
					)
				: sprintf(
						/* translators: %s: kinds of document, such as Invoice, Estimate. */
						__( 'An order becomes: %s.', 'orderinvoicer' ),
						kinds.map( kindWord ).join( ', ' )
					) }{ ' ' }
			<More tab="documents">
				{ __( 'See Documents', 'orderinvoicer' ) }
			</More>
		</>
	);
}

function Choices( {
	form,
	shop,
	hasV1,
	what,
}: SentenceProps & { what: What } ) {
	const choices = offered(
		( preset ) =>
			preset === what || isAvailable( preset, form.value, hasV1 )
	);
	const whatChoice = (
		<Choice< What >
			label={ __( 'What does an order become?', 'orderinvoicer' ) }
			value={ what }
			options={ choices.map( ( value ) => ( {
				value,
				label: whatWord( value ),
			} ) ) }
			onChange={ ( next ) =>
				form.editMore( editsOf( next, form.value ) )
			}
		/>
	);
	if ( what === 'none' ) {
		return createInterpolateElement(
			__( 'An order becomes <what/>', 'orderinvoicer' ),
			{ what: whatChoice }
		);
	}
	const { trigger } = form.value.invoice;
	return createInterpolateElement(
		/* translators: <when/> is a choice such as "paid", <what/> one such as "an invoice". */
		__( 'An order that is <when/> becomes <what/>', 'orderinvoicer' ),
		{
			when: (
				<Choice
					label={ __( 'When is the invoice made?', 'orderinvoicer' ) }
					value={ trigger }
					options={ withStored(
						triggers(),
						trigger,
						storedTrigger( trigger, shop.order_statuses )
					) }
					onChange={ ( next ) =>
						form.editGroup( 'invoice', { trigger: next } )
					}
				/>
			),
			what: whatChoice,
		}
	);
}

const triggers = (): Option[] => [
	{ value: 'paid', label: __( 'paid', 'orderinvoicer' ) },
	{ value: 'confirmed', label: __( 'confirmed', 'orderinvoicer' ) },
	{ value: 'shipped', label: _x( 'shipped', 'order', 'orderinvoicer' ) },
	{ value: 'completed', label: __( 'completed', 'orderinvoicer' ) },
];

function storedTrigger(
	trigger: string,
	statuses: SentenceProps[ 'shop' ][ 'order_statuses' ]
): string {
	const { status } = triggerChoice( trigger );
	const option = statusOptions( statuses, status ).find(
		( { value } ) => value === status
	);
	return sprintf(
		/* translators: %s: name of an order status. */
		__( 'in the status “%s”', 'orderinvoicer' ),
		option?.label ?? status
	);
}

const nothingText = (): string =>
	__(
		'No order gets a document. Documents that were made stay in Sellsy.',
		'orderinvoicer'
	);

/** Of the newest order, a document a line. */
function effectText( newest: Newest ): React.ReactNode {
	if ( newest === 'reading' ) {
		return null;
	}
	if ( newest === 'unknown' ) {
		return __(
			'What it does to your newest order cannot be said now.',
			'orderinvoicer'
		);
	}
	if ( newest === 'none' ) {
		return __(
			'Example: an order of 48.00 by card, paid at once, has its invoice within the same minute.',
			'orderinvoicer'
		);
	}
	return newest.documents.map( ( document ) => (
		<span key={ document.kind } className="orderinvoicer-sentence__line">
			{ documentText( document, newest.currency ) }
		</span>
	) );
}

function documentText(
	{ kind, outcome, totals, problem }: DryDocument,
	currency: string
): string {
	switch ( outcome ) {
		case 'exists':
			return labelled(
				kindWord( kind ),
				__( 'made by hand, and stays as it is', 'orderinvoicer' )
			);
		case 'made':
			return labelled(
				kindWord( kind ),
				formatMoney( totals?.incl_tax ?? '', currency )
			);
		case 'not_due':
			return labelled(
				kindWord( kind ),
				__( 'not by itself in its present status', 'orderinvoicer' )
			);
		case 'no_rule':
			return labelled(
				kindWord( kind ),
				__( 'none for this order', 'orderinvoicer' )
			);
		case 'stops':
			return labelled( kindWord( kind ), problem?.text ?? '' );
	}
}
