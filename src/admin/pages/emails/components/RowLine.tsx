import { __, sprintf } from '@wordpress/i18n';
import type { CustomerEmails } from '../../../../generated/schemas';
import { withCustomerEmail } from '../../../settings/customerEmails';
import { v1Reason } from '../../../settings/kinds';
import {
	type EmailSwitches,
	shopEmailId,
} from '../../../settings/useEmailSwitches';
import type { SettingsForm } from '../../../settings/useSettings';
import { hrefOfKind } from '../../../useRoute';
import { hasRules } from '../../documents/rules';
import { emailId, isOffThere, isSent, type Row } from '../rows';
import { nameOf, senderOf, switchLabel, whenOf } from '../words';
import { Line } from './Line';

export type RowProps = {
	form: SettingsForm;
	switches: EmailSwitches;
	preview: CustomerEmails[ 'preview' ];
	/** Null: Sellsy has not said it yet. */
	hasV1: boolean | null;
};

type RowLineProps = RowProps & { row: Row; earlier: Row | undefined };

export function RowLine( { row, earlier, ...props }: RowLineProps ) {
	const { form, switches, preview } = props;
	const isOn = isSent( row, form.value, switches.isOn );
	return (
		<Line
			id={ row.key }
			setting={
				row.from === 'sellsy' ? `${ row.kind }.email` : undefined
			}
			when={ whenOf( row ) }
			name={ nameOf( row ) }
			preview={ preview === 'here' ? emailId( row ) : null }
			from={ senderOf( row ) }
			label={ switchLabel( row ) }
			isOn={ isOn }
			isFixed={ isFixed( row, isOn, props ) }
			onSwitch={ ( next ) => turn( row, next, props ) }
		>
			<Unseen row={ row } preview={ preview } />
			<State row={ row } { ...props } />
			{ earlier && (
				<p>
					{ sprintf(
						/* translators: %s: name of an e-mail, such as Processing order. */
						__(
							'Your customer gets the same document twice: “%s” brings it already.',
							'orderinvoicer'
						),
						nameOf( earlier )
					) }
				</p>
			) }
		</Line>
	);
}

function turn( row: Row, isOn: boolean, { form, switches }: RowProps ): void {
	switch ( row.from ) {
		case 'woocommerce':
			form.editGroup( 'customer_emails', {
				emails: withCustomerEmail(
					form.value.customer_emails.emails,
					row.email.id,
					isOn
				),
			} );
			// Off there, it would bring nothing. What is switched off here leaves as before, without documents.
			if ( isOn && isOffThere( row, switches.isOn ) ) {
				switches.turn( row.email.id, true );
			}
			return;
		case 'shop':
			switches.turn( shopEmailId( row.kind ), isOn );
			return;
		case 'sellsy':
			form.editGroup( row.kind, { email: isOn } );
	}
}

/** What Sellsy cannot send can still be switched off. */
function isFixed( row: Row, isOn: boolean, { form, hasV1 }: RowProps ) {
	return (
		row.from === 'sellsy' &&
		( ! form.value[ row.kind ].others || ( hasV1 === false && ! isOn ) )
	);
}

/** Why it cannot be looked at here. */
function Unseen( { row, preview }: Pick< RowLineProps, 'row' | 'preview' > ) {
	if ( row.from === 'sellsy' || preview === 'here' ) {
		return null;
	}
	const url = row.from === 'shop' ? row.url : row.email.url;
	return (
		<p>
			{ preview === 'editor'
				? __(
						'Written in WooCommerce’s block editor, and shown there:',
						'orderinvoicer'
					)
				: __(
						'This WooCommerce cannot show it. It is written there:',
						'orderinvoicer'
					) }{ ' ' }
			<a href={ url }>
				{ sprintf(
					/* translators: %s: name of an e-mail, such as Completed order. */
					__( 'Settings of “%s” in WooCommerce', 'orderinvoicer' ),
					nameOf( row )
				) }
			</a>
		</p>
	);
}

function State( { row, form, switches, hasV1 }: RowProps & { row: Row } ) {
	switch ( row.from ) {
		case 'woocommerce':
			return <StateThere row={ row } switches={ switches } />;
		case 'shop':
			return null;
		case 'sellsy': {
			const own = form.value[ row.kind ];
			if ( hasV1 === false && ! own.email ) {
				return <p>{ v1Reason() }</p>;
			}
			return hasRules( own ) ? (
				<p>
					{ own.others
						? __(
								'This is for orders that no rule takes: each rule says for itself.',
								'orderinvoicer'
							)
						: __(
								'Each rule says for itself whether Sellsy e-mails it.',
								'orderinvoicer'
							) }{ ' ' }
					<a href={ hrefOfKind( row.kind ) }>
						{ __( 'See the rules', 'orderinvoicer' ) }
					</a>
				</p>
			) : null;
		}
	}
}

function StateThere( {
	row,
	switches,
}: {
	row: Extract< Row, { from: 'woocommerce' } >;
	switches: EmailSwitches;
} ) {
	if ( row.email.enabled ) {
		return null;
	}
	return isOffThere( row, switches.isOn ) ? (
		<p>
			{ __(
				'Switched off in WooCommerce: your customers do not get it.',
				'orderinvoicer'
			) }
		</p>
	) : (
		<p>
			{ __(
				'Is switched on in WooCommerce too when you save.',
				'orderinvoicer'
			) }
		</p>
	);
}
