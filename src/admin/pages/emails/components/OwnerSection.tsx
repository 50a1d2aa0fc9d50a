import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import type {
	CustomerEmails,
	OwnerEmail,
	OwnerEmails,
} from '../../../../generated/schemas';
import type { EmailSwitches } from '../../../settings/useEmailSwitches';
import { Setting } from '../../../settings/Setting';
import type { SettingsForm } from '../../../settings/useSettings';
import { Choice } from '../../essentials/components/Choice';
import { Line } from './Line';

type OwnerSectionProps = {
	form: SettingsForm;
	switches: EmailSwitches;
	emails: OwnerEmails;
	preview: CustomerEmails[ 'preview' ];
};

export function OwnerSection( props: OwnerSectionProps ) {
	const { emails } = props.emails;
	return (
		<Section
			title={ __( 'What you get', 'orderinvoicer' ) }
			intro={ __(
				'So that nobody has to look here to know that something is wrong.',
				'orderinvoicer'
			) }
		>
			{ emails.length === 0 ? (
				<Message status="warning">
					<p>
						{ __(
							'Other code of this site took them off WooCommerce’s list.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) : (
				<ul className="orderinvoicer-emails">
					{ emails.map( ( email ) => (
						<OwnerLine
							key={ email.id }
							email={ email }
							{ ...props }
						/>
					) ) }
				</ul>
			) }
		</Section>
	);
}

function OwnerLine( {
	email,
	form,
	switches,
	emails: { zone },
	preview,
}: OwnerSectionProps & { email: OwnerEmail } ) {
	const isDigest = email.id === 'orderinvoicer_digest';
	return (
		<Line
			id={ email.id }
			when={
				isDigest
					? __( 'Each day', 'orderinvoicer' )
					: __( 'At once', 'orderinvoicer' )
			}
			name={ email.title }
			preview={ preview === 'missing' ? null : email.id }
			from={ __( 'Your shop', 'orderinvoicer' ) }
			label={ sprintf(
				/* translators: %s: name of an e-mail, such as Your invoice is available. */
				__( 'Send “%s”', 'orderinvoicer' ),
				email.title
			) }
			isOn={ switches.isOn( email.id ) ?? email.enabled }
			onSwitch={ ( isOn ) => switches.turn( email.id, isOn ) }
		>
			<p>{ whatItIs( email.id ) }</p>
			{ isDigest && <Hour form={ form } zone={ zone } /> }
			<p>
				{ email.recipients === ''
					? __(
							'To nobody: no valid address is set.',
							'orderinvoicer'
						)
					: sprintf(
							/* translators: %s: e-mail addresses. */
							__( 'To %s', 'orderinvoicer' ),
							email.recipients
						) }{ ' ' }
				<a href={ email.url }>
					{ __( 'Change in WooCommerce', 'orderinvoicer' ) }
					<span className="screen-reader-text">
						{ ` (${ email.title })` }
					</span>
				</a>
			</p>
		</Line>
	);
}

function Hour( { form, zone }: { form: SettingsForm; zone: string } ) {
	return (
		<Setting
			name="digest_hour"
			form={ form }
			label={ __( 'Hour of the daily e-mail', 'orderinvoicer' ) }
		>
			<p>
				{ createInterpolateElement(
					sprintf(
						/* translators: 1: a choice such as 08:00, 2: time zone, such as Europe/Paris. */
						__( 'At %1$s (%2$s)', 'orderinvoicer' ),
						'<hour/>',
						zone
					),
					{
						hour: (
							<Choice
								label={ __(
									'Hour of the daily e-mail',
									'orderinvoicer'
								) }
								value={ String( form.value.digest_hour ) }
								options={ HOURS }
								onChange={ ( hour ) =>
									form.edit( { digest_hour: Number( hour ) } )
								}
							/>
						),
					}
				) }
			</p>
		</Setting>
	);
}

const HOURS = Array.from( { length: 24 }, ( _, hour ) => ( {
	value: String( hour ),
	label: `${ String( hour ).padStart( 2, '0' ) }:00`,
} ) );

function whatItIs( id: OwnerEmail[ 'id' ] ): string {
	switch ( id ) {
		case 'orderinvoicer_standstill':
			return __(
				'When no document can be made any more, and when work goes on. Once per cause, not once per order.',
				'orderinvoicer'
			);
		case 'orderinvoicer_digest':
			return __(
				'What needs you, by cause, with a link to where it is done: only on days on which orders need you.',
				'orderinvoicer'
			);
	}
}
